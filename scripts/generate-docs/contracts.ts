/** The contracts of the deployment, without their handlers. */
import { contract as accounts } from '../../functions/accounts/contract'
import { contract as appointments } from '../../functions/appointments/contract'
import { contract as timers } from '../../functions/timers/contract'

export const contracts = {
  accounts: { contract: accounts },
  appointments: { contract: appointments },
  timers: { contract: timers },
}
