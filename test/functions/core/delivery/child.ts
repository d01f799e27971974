/** A sender of its own process, which works until somebody kills it: bundled and run by crash.test.ts. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { coreCollections } from '../../../../functions/core/collections'
import { deliveryCollections } from '../../../../functions/core/io/delivery/all-collections'
import { deliver } from '../../../../functions/core/io/delivery/work'
import { newKeyringText, openKeyring } from '../../../../functions/core/io/security/keyring'
import { openVault } from '../../../../functions/core/io/security/vault'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import { countingSender, sayKind } from '../../../harness/delivery/sender'

const [directory = '', now = '0', url = ''] = process.argv.slice(2)

const run = async (): Promise<void> => {
  const store = await openSqliteStore({
    path: join(directory, 'shuibang.db'),
    collections: [...coreCollections, ...deliveryCollections],
  })
  const clock = (): number => Number(now)
  const keyring = openKeyring({ dir: directory, injected: newKeyringText(randomBytes) })
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const vault = openVault({ store, keyring, random: randomBytes, clock })
  const worker = { store, vault, random: randomBytes, clock, log: quiet }
  for (;;) {
    await deliver(worker, { sender: countingSender(url), say: sayKind })
    await sleep(5)
  }
}

void run()
