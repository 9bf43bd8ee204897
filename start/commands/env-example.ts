/** `npm run env-example`: writes `.env.example` from what the hub, the channel and each adapter declare. */
import { writeFileSync } from 'node:fs'
import type { Environment } from '../../adapters/adapter.ts'
import { DEPARTMENT_ENVIRONMENT } from '../../subgraphs/department.ts'
import { environment as WHATSAPP_ENVIRONMENT } from '../../subgraphs/whatsapp/index.ts'
import { departmentNames, loadDepartment } from '../departments.ts'
import { HUB_ENVIRONMENT, OPTIONAL_ENVIRONMENT } from '../environment.ts'

/** The text of `.env.example`. */
export async function envExample(): Promise<string> {
  const parts: [string, Environment][] = [
    ['The hub', { ...HUB_ENVIRONMENT, ...OPTIONAL_ENVIRONMENT }],
    ['Departments, all', DEPARTMENT_ENVIRONMENT],
    ['WhatsApp', WHATSAPP_ENVIRONMENT],
  ]
  for (const name of departmentNames())
    parts.push([`The ${name} department`, (await loadDepartment(name)).module.environment])
  const lines = parts.map(([title, environment]) => {
    const variables = Object.entries(environment).map(([name, variable]) => {
      const wanted = variable.default === undefined ? 'Required.' : `Default: ${variable.default || 'none'}.`
      return `# ${variable.description} ${wanted}\n${variable.default === undefined ? '' : '# '}${name}=${variable.kind === 'secret' ? '' : variable.example}\n`
    })
    return `# ---- ${title} ----\n\n${variables.join('\n')}`
  })
  return lines.join('\n')
}

if (import.meta.main) writeFileSync(new URL('../../.env.example', import.meta.url), await envExample())
