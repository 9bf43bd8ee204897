/** Names of files: whatever a phone calls them, they lead nowhere and end as their content does. */

const LENGTH = 100
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
}

/** A name without folders, invisible letters and other programs' endings. `mediaType` is that of the content. */
export function harmlessName(given: string | null, mediaType: string): string {
  const endings = ENDINGS[mediaType] ?? []
  const bare = (given ?? '')
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    // what cannot be seen, what turns the writing around, and what a disk or a web page would read as its own
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = /\.([^.]*)$/.exec(bare)?.[1]?.toLowerCase() ?? ''
  if (endings.includes(ending)) {
    const stem = shortened(bare.slice(0, -ending.length - 1))
    return `${stem || 'file'}.${ending}`
  }
  const stem = shortened(/^[a-z0-9]{1,5}$/.test(ending) ? bare.slice(0, -ending.length - 1) : bare)
  return [stem || 'file', ...endings.slice(0, 1)].join('.')
}
const shortened = (stem: string): string =>
  [...stem]
    .slice(0, LENGTH)
    .join('')
    .replace(/[.\s]+$/, '')
