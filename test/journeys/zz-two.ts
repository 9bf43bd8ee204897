import { World } from './world.ts'
import { textOf, titlesOf } from './citizen.ts'
import { paperFor } from './papers.ts'
const world = await World.open({ LOG_LEVEL: 'warn' })
const asha = world.citizen()
async function dump(c = asha, from = 0) { for (const m of (await c.chat()).slice(from)) console.log(m.direction, m.status, m.message.type, textOf(m) , titlesOf(m).map((t) => `[${t}]`).join(''), '\n--') }
setTimeout(async () => { console.log('TIMEOUT'); await dump(); process.exit(1) }, 60000)
try {
  const ref = await asha.appliesFor('municipal.birth-certificate', {}, { language: 'HI' })
  console.log(ref)
  await dump()
  let n = (await asha.chat()).length
  const c = await world.caseOf(ref, 'municipal')
  await world.clerk('municipal', c.reference, { status: 'in_review' })
  await world.clerk('municipal', c.reference, { status: 'action_required', reason: 'unreadable', action: { kind: 'DOCUMENT', text: 'Please send your identity card again.', due: '2026-12-20' } })
  await asha.hears(/identity card/)
  await asha.sends(paperFor(['image/*']))
  await asha.hears(/धन्यवाद/)
  await asha.says('स्थिति')
  await new Promise(r => setTimeout(r, 2500))
  await asha.presses('वापस लें')
  await new Promise(r => setTimeout(r, 1000))
  await asha.presses('नहीं, रहने दें')
  await new Promise(r => setTimeout(r, 1000))
  await world.control('clock', { advance: '25h' })
  await world.clerk('municipal', c.reference, { status: 'approved' })
  await new Promise(r => setTimeout(r, 5000))
  await dump(asha, n)
  const last = (await asha.chat()).at(-1)
  console.log(JSON.stringify(last))
} catch (e) { console.log(e) ; await dump() }
process.exit(0)
