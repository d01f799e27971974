/** What is in the database file after the server was killed: read with SQL alone, believing nothing that was answered. */
import Database from 'libsql'

export interface Recount {
  /** Standing appointments. */
  readonly bookings: number
  /** Standing appointments beyond their slot's seats. */
  readonly doubleBookings: number
  /**
   * Slots whose holders and seats left do not add up to their capacity, with an appointment that holds no seat, or with a
   * holder that has no appointment and is no claim waiting to be settled: the kill may have come between claim and commit.
   * Once settled, no claim may wait any more.
   */
  readonly brokenSlots: number
  /** Average bytes of the four documents of one booking. */
  readonly bytes: readonly number[]
}

interface SlotRow {
  readonly id: string
  readonly doc: string
}

const tableNames = (db: InstanceType<typeof Database>): string[] =>
  (db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all([]) as { name: string }[]).map(
    ({ name }) => name,
  )

const named = (tables: readonly string[], collection: string): string => {
  const found = tables.find((name) => name === collection || name.endsWith(`_${collection}`))
  if (found === undefined) throw new Error(`no table of ${collection} among ${tables.join(', ')}`)
  return `"${found}"`
}

export const recount = (file: string, { settled = false }: { readonly settled?: boolean } = {}): Recount => {
  const db = new Database(file)
  try {
    const tables = tableNames(db)
    const of = (collection: string): string => named(tables, collection)
    const standing = new Map<string, Set<string>>()
    const rows = db.prepare(`SELECT id, doc FROM ${of('appointments')}`).all([]) as SlotRow[]
    for (const { id, doc } of rows) {
      const { state, hallId, day, start } = JSON.parse(doc) as {
        state: string
        hallId: string
        day: string
        start: number
      }
      if (state !== 'booked' && state !== 'held') continue
      const key = `${hallId} ${day} ${start}`
      standing.set(key, (standing.get(key) ?? new Set()).add(id))
    }
    let doubleBookings = 0
    let brokenSlots = 0
    for (const { doc } of db.prepare(`SELECT id, doc FROM ${of('slots')}`).all([]) as SlotRow[]) {
      const slot = JSON.parse(doc) as {
        hallId: string
        day: string
        start: number
        capacity: { online: number }
        left: { online: number }
        holders: Record<string, number>
        unsettled?: string | null
      }
      const taken = standing.get(`${slot.hallId} ${slot.day} ${slot.start}`) ?? new Set<string>()
      const holders = Object.keys(slot.holders)
      doubleBookings += Math.max(0, taken.size - slot.capacity.online)
      const waits = typeof slot.unsettled === 'string'
      const found = (holder: string): boolean =>
        settled
          ? taken.has(holder) && slot.holders[holder] === 0
          : taken.has(holder) || ((slot.holders[holder] ?? 0) > 0 && waits)
      const agree =
        [...taken].every((id) => slot.holders[id] !== undefined) &&
        holders.every(found) &&
        holders.length + slot.left.online === slot.capacity.online &&
        !(settled && waits)
      if (!agree) brokenSlots += 1
    }
    const average = (collection: string): number =>
      Math.round(
        (
          db
            .prepare(
              `SELECT COALESCE(AVG(LENGTH(CAST(doc AS BLOB)) + LENGTH(id) + LENGTH(version)), 0) AS bytes FROM ${of(collection)}`,
            )
            .get([]) as { bytes: number }
        ).bytes,
      )
    return {
      bookings: [...standing.values()].reduce((sum, ids) => sum + ids.size, 0),
      doubleBookings,
      brokenSlots,
      bytes: ['receipts', 'slots', 'ledgers', 'appointments'].map(average),
    }
  } finally {
    db.close()
  }
}
