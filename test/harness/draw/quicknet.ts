/** Rounds that quicknet signed, as its relays published them. */
import type { Beacon } from '../../../functions/lottery/rules/draw/beacon'
import { QUICKNET } from '../../../functions/lottery/rules/draw/chain'

export const REAL_BEACONS: readonly [Beacon, Beacon] = [
  {
    chain: QUICKNET.hash,
    round: 657_413,
    signature:
      'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
    randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
  },
  {
    chain: QUICKNET.hash,
    round: 1000,
    signature:
      'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  },
]
