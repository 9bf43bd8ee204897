/** Throws for a name that could be read as a path. */
export function checkedBlobName(name: string): string {
  if (!/^[\w-]+$/.test(name)) throw new Error('a blob id has letters, digits, hyphens and underscores')
  return name
}
