/** The committed catalogue as the chat reads it through the gateway. */
import type { Service } from '../../subgraphs/whatsapp/conversation/state.ts'
import { chatCatalogue } from '../../subgraphs/whatsapp/search.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'

const { services, departments } = readCatalogue()

export const REAL = chatCatalogue(
  services.map(
    ({ withheld: _withheld, fields: _fields, ...service }): Service => ({
      ...service,
      departmentName: departments.find(({ code }) => code === service.department)!.name,
      questions: service.questions.map(({ optionsQuery, factsQuery, ...question }) => ({
        ...question,
        live: optionsQuery !== null,
        dependsOn: optionsQuery && Object.values(optionsQuery.arguments),
        facts: factsQuery?.field ?? null,
      })),
    }),
  ),
)
