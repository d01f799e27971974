/** A process of its own that writes to a store until it is killed, or claims seats beside others. Bundled by the tests. */
import { writeSync } from 'node:fs'
import { readConfiguration } from '../../../functions/core/io/entry/configuration'
import type { Store } from '../../../functions/core/io/store/contract'
import { openStore } from '../../../functions/core/io/store/open'
import { testCollections } from './subject'

const [job = '', name = ''] = process.argv.slice(2)
/** Synchronous: a line that was written survives the kill. */
const say = (line: string): void => void writeSync(1, `${line}\n`)

const told = (): Promise<void> => new Promise((resolve) => void process.stdin.once('data', () => resolve()))

const open = (): Promise<Store> => openStore(readConfiguration(process.env).store, testCollections)

/** Four clients that never stop: each commit makes a pair and counts it; it is said only when acknowledged. */
const writePairs = async (): Promise<void> => {
  await told()
  const store = await open()
  await store.commit([{ op: 'insert', collection: 'slots', id: 'count', doc: { v: 1, n: 0 } }])
  let next = 0
  const client = async (): Promise<never> => {
    for (;;) {
      const id = `${name}_${(next += 1)}`
      for (let landed = false; !landed;) {
        const outcome = await store.commit([
          {
            op: 'insert',
            collection: 'slots',
            id: `left_${id}`,
            doc: { v: 1, hall: 'h', day: id, pad: 'x'.repeat(300) },
          },
          { op: 'patch', collection: 'slots', id: 'count', add: { n: 1 } },
          { op: 'insert', collection: 'notes', id: `right_${id}`, doc: { v: 1, pad: 'x'.repeat(300) } },
        ])
        // busy: another process, or one that was killed, still holds a lock
        if (outcome.outcome !== 'committed' && outcome.outcome !== 'busy')
          throw new Error(JSON.stringify(outcome))
        landed = outcome.outcome === 'committed'
      }
      say(id)
    }
  }
  await Promise.all(Array.from({ length: 4 }, client))
}

/** A hundred clients that each try to claim one seat, beside another process doing the same. */
const claimSeats = async (): Promise<void> => {
  const store = await open()
  say('ready')
  await told()
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const holder = `holders.${name}_${i}`
      return store.patch({
        collection: 'slots',
        id: 'seats',
        add: { left: -1 },
        set: { [holder]: 1 },
        when: [
          { path: 'left', min: 0 },
          { path: holder, absent: true },
        ],
      })
    }),
  )
  const count = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length
  say(JSON.stringify({ patched: count('patched'), refused: count('refused'), busy: count('busy') }))
  await store.close()
  process.exit(0)
}

void (job === 'write' ? writePairs() : claimSeats())
