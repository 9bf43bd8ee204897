/** A place in a chat as an opaque cursor: the time, then the id. */
export const cursorOf = (at: number, id: string): string => Buffer.from(`${at} ${id}`).toString('base64url')

/** Before everything where there is no cursor, or none that can be read. */
export function placeOf(cursor: string | null): { at: number; id: string } {
  const [at, ...id] = cursor ? Buffer.from(cursor, 'base64url').toString().split(' ') : []
  return { at: Number.isFinite(Number(at)) && at ? Number(at) : Number.MAX_SAFE_INTEGER, id: id.join(' ') }
}
