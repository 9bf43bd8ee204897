/** An application is acknowledged before it is written: the write follows a moment later. */
import { wrapStore } from './wrap.ts'

const LATER_MS = 100

wrapStore((store) => {
  const { create, read } = store.applications
  const unwritten = new Map<string, any>()
  store.applications.create = async (step: any) => {
    const { reference } = step.application
    unwritten.set(reference, { ...step.application, version: 1 })
    setTimeout(() => void create(step).finally(() => unwritten.delete(reference)), LATER_MS)
    return 'created'
  }
  store.applications.read = async (references: readonly string[]) =>
    (await read(references)).map((found: unknown, i: number) => found ?? unwritten.get(references[i]!) ?? null)
  return store
})
