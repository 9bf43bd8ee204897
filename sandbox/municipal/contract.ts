/** The municipality's OpenAPI document, and what it says of a request or an answer. */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const FILE = new URL('../../adapters/municipal/contract/openapi.yaml', import.meta.url)
const METHODS = ['get', 'post'] as const

export interface Operation {
  readonly id: string
  readonly method: string
  /** `/v1/applications/{number}` */
  readonly path: string
  readonly open: boolean
  readonly definition: any
}
export interface Matched {
  readonly operation: Operation
  readonly parameters: Readonly<Record<string, string>>
}

export interface Contract {
  readonly document: any
  readonly operations: readonly Operation[]
  /** Null where no path fits; `method` where one fits by another method. */
  match(method: string, path: string): Matched | 'method' | null
  /** What a request's path, query and headers break; null where nothing. */
  parameterFault(operation: Operation, given: { path: object; query: object; header: object }): string | null
  /** What the JSON of a request breaks. `part` of a multipart body, else the whole body. */
  requestFault(operation: Operation, mediaType: string, body: unknown, part?: string): string | null
  /** What an answer breaks. */
  answerFault(operation: Operation, status: number, mediaType: string, body: unknown): string | null
  /** What a notice breaks. */
  noticeFault(body: unknown): string | null
}

export function readContract(): Contract {
  const document = parse(readFileSync(FILE, 'utf8'))
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: false, coerceTypes: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  const lenient = new Ajv2020({ strict: false, validateSchema: false, coerceTypes: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(lenient)

  const compiled = new WeakMap<object, ValidateFunction>()
  const fault = (schema: any, value: unknown, checker = ajv): string | null => {
    let validate = compiled.get(schema)
    if (!validate) {
      validate = checker.compile({ ...schema, components: document.components })
      compiled.set(schema, validate)
    }
    return validate(value) ? null : checker.errorsText(validate.errors, { dataVar: 'body' })
  }
  const resolve = (node: any): any =>
    node?.$ref
      ? resolve(
          node.$ref
            .slice(2)
            .split('/')
            .reduce((at: any, name: string) => at[name], document),
        )
      : node

  const operations: Operation[] = Object.entries<any>(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const definition = item[method]
      return definition
        ? [
            {
              id: definition.operationId,
              method: method.toUpperCase(),
              path,
              open: definition.security?.length === 0,
              definition,
            },
          ]
        : []
    }),
  )
  const patterns = new Map(
    operations.map((operation) => {
      const names: string[] = []
      const source = operation.path.replace(/\{(\w+)\}/g, (_, name) => {
        names.push(name)
        return '([^/]+)'
      })
      return [operation, { pattern: new RegExp(`^${source}$`), names }] as const
    }),
  )

  return {
    document,
    operations,
    match(method, path) {
      let other = false
      // a literal path goes before one with a parameter
      const sorted = [...operations].sort((a, b) => a.path.split('{').length - b.path.split('{').length)
      for (const operation of sorted) {
        const { pattern, names } = patterns.get(operation)!
        const found = pattern.exec(path)
        if (!found) continue
        if (operation.method === method)
          return {
            operation,
            parameters: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1]!)])),
          }
        other = true
      }
      return other ? 'method' : null
    },
    parameterFault(operation, given) {
      for (const reference of operation.definition.parameters ?? []) {
        const { name, in: where, required, schema } = resolve(reference)
        const values: any = where === 'path' ? given.path : where === 'query' ? given.query : given.header
        const value = values[where === 'header' ? name.toLowerCase() : name]
        if (value === undefined) {
          if (required) return `${name} is missing`
          continue
        }
        const wrapped = wrappers.get(schema) ?? { type: 'object', properties: { value: schema } }
        wrappers.set(schema, wrapped)
        const broken = fault(wrapped, { value }, lenient)
        if (broken) return `${name}: ${broken.replace('body/value', 'it')}`
      }
      return null
    },
    requestFault(operation, mediaType, body, part) {
      const schema = resolve(operation.definition.requestBody)?.content[mediaType]?.schema
      if (!schema) return `a body of type ${mediaType} is not taken`
      return fault(part === undefined ? schema : schema.properties[part], body)
    },
    answerFault(operation, status, mediaType, body) {
      const responses = operation.definition.responses
      const response = resolve(responses[String(status)] ?? responses.default)
      const content = response?.content?.[mediaType]
      if (!content) return `${operation.id} does not answer ${status} with ${mediaType}`
      return mediaType === 'application/json' ? fault(content.schema, body) : null
    },
    noticeFault: (body) => fault(document.webhooks.notice.post.requestBody.content['application/json'].schema, body),
  }
}
const wrappers = new WeakMap<object, object>()
