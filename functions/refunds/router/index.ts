/** What answers for `refunds`: a handler for each procedure of the contract. */
import * as claiming from './claiming'
import * as departure from './departure'
import * as jobs from './jobs'
import * as office from './office'
import * as own from './own'

const { vouchersOfMine, ...claims } = claiming

export const router = { vouchers: vouchersOfMine, ...claims, ...own, ...office, ...departure, ...jobs }
