/** How calls of `halls` succeed. */
import { anyone, type FunctionCases } from '../../harness/fuzz/cases'

export const cases: FunctionCases = {
  recipes: {
    list: anyone({ position: { latitude: 32_060_000, longitude: 118_790_000 } }),
    matters: anyone({}),
    guide: anyone({ matter: 'FP01' }),
    onDuty: async (world) => ({ input: {}, token: world.staff.officer.token }),
  },
  open: { matters: 'a public catalogue' },
  unknown: { hallId: 'no-such-hall' },
}
