/** Slots of the driving test: one person each, half an hour apart, on working days. Their ids are made from office, day and time. */
import type { DatabaseSync } from 'node:sqlite'
import { dayOf, instantOf, plusDays, printed, weekday } from './days.ts'

const TIMES = ['10:00', '10:30', '11:00', '11:30', '12:00', '14:00', '14:30', '15:00']
const FIRST_DAY = 3
const LAST_DAY = 120
const OFFERED = 20

export interface Slot {
  readonly id: string
  readonly rtoCode: string
  readonly day: string
  readonly time: string
}

const idOf = (rtoCode: string, day: string, time: string): string =>
  `${rtoCode.slice(2)}${day.replaceAll('-', '')}${time.replace(':', '')}`

/** Null for an id that no slot of the office has. */
export function slotOf(id: string): Slot | null {
  const parts = /^(\d\d)(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(id)
  if (!parts) return null
  const [, rto, year, month, date, hour, minute] = parts
  return { id, rtoCode: `DL${rto}`, day: `${year}-${month}-${date}`, time: `${hour}:${minute}` }
}

const isWorkingDay = (day: string): boolean => weekday(day) >= 1 && weekday(day) <= 5

/** The next free ones, as far ahead as it takes. */
export function freeSlots(db: DatabaseSync, rtoCode: string, now: Date): Slot[] {
  const today = dayOf(now)
  const taken = new Set(
    db
      .prepare('SELECT slot_id FROM slot WHERE slot_id LIKE ?')
      .all(`${rtoCode.slice(2)}%`)
      .map((row) => row.slot_id),
  )
  const free: Slot[] = []
  for (let ahead = FIRST_DAY; ahead <= LAST_DAY && free.length < OFFERED; ahead++) {
    const day = plusDays(today, ahead)
    if (!isWorkingDay(day)) continue
    for (const time of TIMES) {
      const id = idOf(rtoCode, day, time)
      if (!taken.has(id) && free.length < OFFERED) free.push({ id, rtoCode, day, time })
    }
  }
  return free
}

/** Takes the slot for the application; false where it is not available. */
export function takeSlot(db: DatabaseSync, id: string, rtoCode: string, applicationNo: number, now: Date): boolean {
  const slot = slotOf(id)
  const today = dayOf(now)
  if (
    slot?.rtoCode !== rtoCode ||
    !TIMES.includes(slot.time) ||
    Number.isNaN(Date.parse(slot.day)) ||
    !isWorkingDay(slot.day)
  )
    return false
  if (instantOf(slot.day, slot.time) <= now || slot.day > plusDays(today, LAST_DAY)) return false
  return (
    db.prepare('INSERT OR IGNORE INTO slot (slot_id, application_no) VALUES (?, ?)').run(id, applicationNo).changes ===
    1
  )
}

export function releaseSlots(db: DatabaseSync, applicationNo: number): void {
  db.prepare('DELETE FROM slot WHERE application_no = ?').run(applicationNo)
}

/** `dd-MM-yyyy HH:mm:ss` */
export const startsOn = (slot: Slot): string => `${printed(slot.day)} ${slot.time}:00`
