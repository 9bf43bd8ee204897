import type { Application, Status } from './store.ts'

const FINAL: ReadonlySet<Status> = new Set(['CERTIFIED', 'REJECTED', 'WITHDRAWN', 'LAPSED'])

/** Whether its department may still have something to say. */
export const isOpen = (application: Pick<Application, 'status'>): boolean => !FINAL.has(application.status)
