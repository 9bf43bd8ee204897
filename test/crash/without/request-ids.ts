/** A request that is sent again is another request. */
import { randomUUID } from 'node:crypto'
import { wrapStore } from './wrap.ts'

wrapStore((store) => {
  const { create } = store.applications
  store.applications.byRequest = async () => null
  store.applications.create = (step: any) =>
    create({ ...step, application: { ...step.application, request: null, digest: randomUUID() } })
  return store
})
