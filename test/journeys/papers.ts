import { written } from '../whatsapp/papers/pictures.ts'

/** Small papers that are what they say and can be read: a one-page PDF, a JPEG, a PNG. */
export const PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`,
)
export const PNG = await written(320, 240).png().toBuffer()
export const JPEG = await written(320, 240).jpeg().toBuffer()

export interface Paper {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}
/** A paper of a type that a question accepts. */
export function paperFor(accepts: readonly string[] | null): Paper {
  const takes = (type: string) =>
    !accepts || accepts.some((a) => a === type || (a.endsWith('/*') && type.startsWith(a.slice(0, -1))))
  if (takes('image/jpeg')) return { name: 'photo.jpg', mediaType: 'image/jpeg', bytes: JPEG }
  if (takes('application/pdf')) return { name: 'paper.pdf', mediaType: 'application/pdf', bytes: PDF }
  return { name: 'photo.png', mediaType: 'image/png', bytes: PNG }
}

/** A photograph and a PDF like no other, so that each can be told from the rest. */
export const photo = (of: string): Paper => {
  const comment = Buffer.from(of)
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return {
    name: `${of}.jpg`,
    mediaType: 'image/jpeg',
    bytes: Buffer.concat([JPEG.subarray(0, 2), segment, comment, JPEG.subarray(2)]),
  }
}
export const pdf = (of: string): Paper => ({
  name: `${of}.pdf`,
  mediaType: 'application/pdf',
  bytes: Buffer.concat([PDF, Buffer.from(`% ${of}\n`)]),
})
