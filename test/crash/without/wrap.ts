/**
 * How a protection is switched off, in a process of the harness alone: a module that is loaded before the hub's entry
 * (`node --import`) and takes the place of one export of the product. The product itself has no such switch.
 */
import { registerHooks } from 'node:module'

const ORIGINAL = '?original'
const wrappers = new Map<string, (original: any) => unknown>()
Object.assign(globalThis, { dwarWithout: (name: string, original: unknown) => wrappers.get(name)!(original) })

/** Whoever imports `name` of the module whose path ends with `path` gets what `by` makes of it. */
export function wrap(path: string, name: string, by: (original: any) => unknown): void {
  wrappers.set(`${path} ${name}`, by)
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith(path)) return next(url, context)
      const from = JSON.stringify(url + ORIGINAL)
      const key = JSON.stringify(`${path} ${name}`)
      const source = `import { ${name} as original } from ${from}
export * from ${from}
const wrapped = globalThis.dwarWithout(${key}, original)
export { wrapped as ${name} }`
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

/** Changes the store, whichever it is, before the hub works with it. */
export function wrapStore(by: (store: any) => any): void {
  for (const [path, name] of [
    ['/store/sqlite/index.ts', 'sqliteStore'],
    ['/store/mongo/index.ts', 'mongoStore'],
  ] as const)
    wrap(path, name, (original) => (...given: unknown[]) => {
      const made = original(...given)
      return made instanceof Promise ? made.then(by) : by(made)
    })
}
