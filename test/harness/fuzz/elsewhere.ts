/** People whose grants lie elsewhere: the same role as whoever may call, at a hall and in a region that this world has none of. */
import type { Role, RoleGrant } from '../../../functions/core/io/identity/roles'
import { DUTY_NAMES, roleHolds } from '../../../functions/core/pure/duties'
import type { Person, World } from './world'

const ELSEWHERE = { hall: 'another-city-hall', region: '65' }

/** An officer serves halls; whoever stands above one serves regions. With every duty that the role may hold, there. */
const grantElsewhere = (role: Role): RoleGrant => ({
  role,
  ...(role === 'officer' ? { halls: [ELSEWHERE.hall] } : { regions: [ELSEWHERE.region] }),
  duties: DUTY_NAMES.filter((duty) => roleHolds(role, duty)),
})

let people = 0

export const someoneElsewhere = async (world: World, role: Role): Promise<Person> => {
  const accountId = await world.services.person(`elsewhere-${role}-${(people += 1)}`, [grantElsewhere(role)])
  return { accountId, token: await world.services.tokenOf(accountId) }
}
