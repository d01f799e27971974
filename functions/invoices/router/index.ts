/** What answers for `invoices`: a handler for each procedure of the contract. */
import * as checks from './checks'
import * as lists from './lists'
import * as titles from './titles'
import * as wallet from './wallet'

const { shownRows: _shownRows, ...ofWallet } = wallet

export const router = { ...checks, ...ofWallet, ...lists, ...titles }
