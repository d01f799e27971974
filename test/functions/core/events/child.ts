/** A process that emits and dispatches until somebody kills it: bundled and run by crash.test.ts. */
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { seal } from '../../../../functions/core/io/audit/seal'
import { auditEntry } from '../../../../functions/core/io/audit/entry'
import { auditBlocks, auditEntries, auditHeads } from '../../../../functions/core/io/audit/collections'
import type { Services } from '../../../../functions/core/io/context'
import { events, leases } from '../../../../functions/core/io/events/collections'
import { dispatch } from '../../../../functions/core/io/events/dispatch'
import { emitTo } from '../../../../functions/core/io/events/emit'
import type { EventHandlers } from '../../../../functions/core/io/events/contract'
import { newKeyringText, openKeyring } from '../../../../functions/core/io/security/keyring'
import { openVault } from '../../../../functions/core/io/security/vault'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import { seededRandom } from '../../../harness/context'
import { effects } from './effects'
import { write } from './write'

const [directory = '', now = '0', job = 'dispatch'] = process.argv.slice(2)

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const handlers: EventHandlers = {
  'test.happened': async ({ id }, { store }) => {
    const { outcome } = await store.commit([{ op: 'insert', collection: effects.name, id, doc: { v: 1 } }])
    // Refused: the effect is there already, from a run that died before it cleared the event.
    if (outcome === 'unknown' || outcome === 'busy') throw new Error(outcome)
  },
  'test.deadly': async () => void process.kill(process.pid, 'SIGKILL'),
}

const subscriber = { name: 'tests', handlers: async () => handlers }

const run = async (): Promise<void> => {
  const collections = [events, leases, effects, auditBlocks, auditEntries, auditHeads]
  const store = await openSqliteStore({ path: join(directory, 'shuibang.db'), collections })
  const clock = (): number => Number(now)
  const keyring = openKeyring({ dir: directory, injected: newKeyringText(seededRandom('keys')) })
  const vault = openVault({ store, random: randomBytes, clock, keyring })
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const services = { store, vault, clock, random: randomBytes, log: quiet } as unknown as Services
  say('ready')
  if (job === 'once') {
    say(`done ${JSON.stringify(await dispatch(services, subscriber, { limit: 1000 }))}`)
    return
  }
  for (;;) {
    for (let i = 0; i < 10; i += 1) {
      const id = await write(services, async (tx) => {
        auditEntry(tx, { actor: 'ac_1', action: 'test/happen', subject: `ap_${i}`, detail: {} })
        return emitTo(tx, ['tests'], { kind: 'test.happened', due: tx.now, payload: {} })
      })
      say(`committed ${id}`)
    }
    if (job === 'seal') await seal(services)
    else await dispatch(services, subscriber, { limit: 1000 })
  }
}

void run()
