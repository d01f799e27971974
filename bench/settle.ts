/** What the schedule does in the minutes after a kill, done at once: every claim that it left is settled. */
import { allCollections } from '../functions/all-collections'
import { settleClaims } from '../functions/appointments/work/settle'
import { openInstance } from '../functions/core/io/entry/instance'
import { MINUTE } from '../functions/core/pure/time'

/** Later than any claim of a killed server ends, and than its leases. */
const LATER = 15 * MINUTE

export const settleLater = async (dataDir: string): Promise<void> => {
  const { services, close } = await openInstance({
    functions: {},
    collections: allCollections,
    environment: { DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    clock: () => Date.now() + LATER,
  })
  try {
    while ((({ confirmed, freed }) => confirmed + freed)(await settleClaims(services)) > 0);
  } finally {
    await close()
  }
}
