/** Cases as a spreadsheet: what an office exports adds up, and says so where it is not all. */
import { read, utils } from '@e965/xlsx'
import type { PaperPart } from '../../../functions/core/io/papers/part'
import { transact } from '../../../functions/core/io/store/transact'
import { reader } from '../../../functions/core/io/store/reader'
import { dayOf } from '../../../functions/core/pure/time'
import { refundCases } from '../../../functions/refunds/collections'
import { eachWorld, HALL, REVIEWER, submitted, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const exported = async (): Promise<{ readonly rows: unknown[][]; readonly about: string }> => {
  const day = dayOf(world.services.time.now)
  const parts: Buffer[] = []
  for (let place = 0, of = 1; place < of; place += 1) {
    const part = await world.must<PaperPart>(
      'refunds/sheet',
      { hallId: HALL, from: day, to: day, place },
      { as: REVIEWER },
    )
    parts.push(Buffer.from(part.bytes, 'base64'))
    of = part.parts
  }
  const { Sheets, SheetNames } = read(Buffer.concat(parts))
  const valuesOf = (at: number): unknown[][] => {
    const sheet = Sheets[SheetNames[at] ?? '']
    return sheet ? utils.sheet_to_json(sheet, { header: 1 }) : []
  }
  return { rows: valuesOf(0).slice(1), about: JSON.stringify(valuesOf(1)) }
}

test('every case of the days is there, and the last sheet says how many', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 123_456 })
  const { rows, about } = await exported()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toEqual(expect.arrayContaining([id, 1_234.56]))
  expect(about).not.toContain('没有列入')
})

test('more than a sheet takes is cut, and the file says that it was', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
  const doc = await reader(world.services.store).get(refundCases, id)
  if (!doc) throw new Error('no case')
  const copies: string[] = []
  for (let first = 0; first < 5_000; first += 25)
    await transact(world.services, (tx) => {
      for (let i = 0; i < 25; i += 1) {
        const copy = tx.id('rf')
        tx.insert(refundCases, copy, doc)
        copies.push(copy)
      }
      return Promise.resolve()
    })
  const { rows, about } = await exported()
  expect(rows).toHaveLength(5_000)
  expect(about).toContain('只列出最早收到的 5000 件')
  // They have no history of their own, which every world is held to.
  for (let first = 0; first < copies.length; first += 25)
    await transact(world.services, async (tx) => {
      for (const copy of copies.slice(first, first + 25)) {
        await tx.get(refundCases, copy)
        tx.remove(refundCases, copy)
      }
    })
}, 60_000)
