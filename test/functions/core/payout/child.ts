/** A process that orders transfers and works on them until somebody kills it: bundled and run by histories.test.ts. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { coreCollections } from '../../../../functions/core/collections'
import { workCalls } from '../../../../functions/core/io/outside/work'
import type { WechatPayConfiguration } from '../../../../functions/core/io/payout/contract'
import { openPayout } from '../../../../functions/core/io/payout/open'
import { planPayout } from '../../../../functions/core/io/payout/plan'
import { newKeyringText, openKeyring } from '../../../../functions/core/io/security/keyring'
import { openVault } from '../../../../functions/core/io/security/vault'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import { transact } from '../../../../functions/core/io/store/transact'
import { fen } from '../../../../functions/core/pure/money'
import { seededRandom } from '../../../harness/context'

const [directory = '', now = '0', configuration = '', patience = '0'] = process.argv.slice(2)

const run = async (): Promise<void> => {
  const store = await openSqliteStore({ path: join(directory, 'shuibang.db'), collections: coreCollections })
  const clock = (): number => Number(now)
  const keyring = openKeyring({ dir: directory, injected: newKeyringText(seededRandom('keys')) })
  const vault = openVault({ store, keyring, random: randomBytes, clock })
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const worker = { store, vault, random: randomBytes, clock, log: quiet }
  const service = {
    ...openPayout(JSON.parse(configuration) as WechatPayConfiguration, worker),
    patience: Number(patience),
  }
  const subject = `tp_${'0'.repeat(26)}`
  const payee = { kind: 'wechat', openid: 'oLin', name: '林小雨' } as const
  for (;;) {
    const key = await vault.keyOf(subject)
    const amount = fen(30 + (randomBytes(1)[0] ?? 0))
    const { orderId } = await transact(worker, async (tx) =>
      planPayout(tx, service, { fen: amount, purpose: 'refund', about: 'rf_1', subject, key, payee }),
    )
    process.stdout.write(`committed ${orderId}\n`)
    await workCalls(worker, service)
  }
}

void run()
