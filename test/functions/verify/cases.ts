/** How calls of `verify` succeed. */
import type { FunctionCases } from '../../harness/fuzz/cases'
import { booking } from '../appointments/cases'

export const cases: FunctionCases = {
  recipes: {
    look: async (world) => {
      const { person, id } = await booking(world, 'book')
      const { code } = await world.must<{ code: string }>('appointments/proof', {
        input: { id },
        token: person.token,
      })
      return { input: { code } }
    },
  },
  open: { look: 'the code is the secret' },
}
