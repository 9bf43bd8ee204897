/** Documents made on the page, so that a newcomer needs no file at hand. */

/** @typedef {import('./citizens.js').Citizen} Citizen */

const SERIF = 'system-ui, "Noto Sans", "Noto Sans Devanagari", "Noto Nastaliq Urdu", sans-serif'

/**
 * @param {number} width @param {number} height
 * @param {(paper: CanvasRenderingContext2D) => void} draw
 * @returns {Promise<Blob>}
 */
async function picture(width, height, draw) {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('This browser cannot draw.')
  draw(paper)
  return new Promise((made, failed) =>
    canvas.toBlob((blob) => (blob ? made(blob) : failed(new Error('This browser makes no JPEG.'))), 'image/jpeg', 0.88),
  )
}

/** @param {CanvasRenderingContext2D} paper @param {number} x @param {number} y @param {number} size */
function portrait(paper, x, y, size) {
  paper.save()
  paper.beginPath()
  paper.rect(x, y, size, size * 1.25)
  paper.clip()
  paper.fillStyle = '#cfe0ea'
  paper.fillRect(x, y, size, size * 1.25)
  paper.fillStyle = '#6b4a35'
  paper.beginPath()
  paper.ellipse(x + size / 2, y + size * 0.47, size * 0.25, size * 0.31, 0, 0, 7)
  paper.fill()
  paper.fillStyle = '#c98f66'
  paper.beginPath()
  paper.ellipse(x + size / 2, y + size * 0.52, size * 0.2, size * 0.26, 0, 0, 7)
  paper.fill()
  paper.fillStyle = '#37618a'
  paper.beginPath()
  paper.ellipse(x + size / 2, y + size * 1.25, size * 0.42, size * 0.42, 0, 0, 7)
  paper.fill()
  paper.restore()
}

/** @param {Citizen} citizen */
export const identityCard = (citizen) =>
  picture(1000, 630, (paper) => {
    paper.fillStyle = '#57493b'
    paper.fillRect(0, 0, 1000, 630)
    paper.translate(500, 315)
    paper.rotate(-0.02)
    paper.translate(-500, -315)
    paper.fillStyle = '#fbfaf4'
    paper.beginPath()
    paper.roundRect(50, 45, 900, 540, 28)
    paper.fill()
    paper.fillStyle = '#e8833a'
    paper.fillRect(50, 75, 900, 22)
    paper.fillStyle = '#2f7d4f'
    paper.fillRect(50, 535, 900, 22)
    portrait(paper, 95, 165, 215)
    paper.fillStyle = '#1d1d1d'
    paper.font = `600 44px ${SERIF}`
    paper.fillText('IDENTITY CARD', 350, 160)
    paper.font = `600 40px ${SERIF}`
    paper.fillText(citizen.name, 350, 250, 560)
    paper.font = `30px ${SERIF}`
    paper.fillStyle = '#444444'
    paper.fillText('Date of birth  05/01/1990', 350, 310)
    paper.fillText('12, Mall Road, Delhi 110054', 350, 360)
    paper.font = `600 46px ui-monospace, monospace`
    paper.fillStyle = '#1d1d1d'
    paper.fillText('XXXX XXXX 0000', 350, 455)
    paper.fillStyle = 'rgba(160, 20, 20, 0.32)'
    paper.font = `800 120px ${SERIF}`
    paper.rotate(-0.32)
    paper.fillText('SPECIMEN', 110, 500)
  })

export const photograph = () => picture(480, 600, (paper) => portrait(paper, 0, 0, 480))

/**
 * One page with a title and lines; letters that the built-in fonts of PDF lack become `?`.
 * @param {string} title @param {string[]} lines
 */
export function pdf(title, lines) {
  const plain = (/** @type {string} */ text) =>
    text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, (character) => `\\${character}`)
  const shown = lines.map((line) => `0 -22 Td (${plain(line)}) Tj`).join(' ')
  const content = `BT /F1 22 Tf 72 760 Td (${plain(title)}) Tj /F2 12 Tf 0 -16 Td ${shown} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new Blob([file], { type: 'application/pdf' })
}

/** @param {Citizen} citizen */
export const paper = (citizen) =>
  pdf('Sample document', [
    `Sent by ${citizen.name}`,
    'A specimen, made on the phone page of the sandbox.',
    'It stands for whatever paper a department asks for.',
  ])
