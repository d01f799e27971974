/** How draws are configured: the chain, its relays, who signs. Everything that is wrong at once, and no secret in what is said. */
import { readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { named, problemsOf } from './problems'

const signer = {
  LOTTERY_NOTARY_URL: 'https://notary.example.cn',
  LOTTERY_NOTARY_TOKEN: 'hush-token-of-the-test-0123456789_AB',
  LOTTERY_NOTARY_PUBLIC_KEY: 'ab'.repeat(32),
}
const KEY = { LOTTERY_NOTARY_KEY: '5e'.repeat(32) }

const lotteryOf = (environment: Record<string, string>) => readConfiguration(environment).settings.lottery

it('is the public chain, its public relays and the deployment’s own key unless told', () => {
  expect(lotteryOf({})).toEqual({ chain: null, relays: [], notary: { kind: 'derived' } })
  expect(lotteryOf({ LOTTERY_CHAIN: 'quicknet' }).chain).toBeNull()
})

it('takes relays and a chain of one’s own', () => {
  const { relays, chain } = lotteryOf({
    LOTTERY_RELAYS: 'https://a.example.cn, http://127.0.0.1:9 ,',
    LOTTERY_CHAIN: '{"beaconId":"rehearsal"}',
  })
  expect(relays).toEqual(['https://a.example.cn', 'http://127.0.0.1:9'])
  expect(chain).toEqual({ beaconId: 'rehearsal' })
})

it('takes a notary’s key, or where her signer is', () => {
  expect(lotteryOf(KEY).notary).toEqual({ kind: 'given', secret: KEY.LOTTERY_NOTARY_KEY })
  expect(lotteryOf(signer).notary).toEqual({
    kind: 'signer',
    baseUrl: signer.LOTTERY_NOTARY_URL,
    token: signer.LOTTERY_NOTARY_TOKEN,
    publicKey: signer.LOTTERY_NOTARY_PUBLIC_KEY,
  })
  expect(named({ ...signer, LOTTERY_NOTARY_URL: 'http://127.0.0.1:8788' })).toEqual([])
})

it('a signer wants all three; and what belongs to it is nothing without its address', () => {
  expect(named({ LOTTERY_NOTARY_URL: signer.LOTTERY_NOTARY_URL })).toEqual([
    'LOTTERY_NOTARY_TOKEN',
    'LOTTERY_NOTARY_PUBLIC_KEY',
  ])
  const { LOTTERY_NOTARY_URL: _, ...rest } = signer
  expect(named(rest)).toEqual(['LOTTERY_NOTARY_TOKEN', 'LOTTERY_NOTARY_PUBLIC_KEY'])
})

it('the key is here or there, not both', () => {
  expect(named({ ...signer, ...KEY })).toEqual(['LOTTERY_NOTARY_KEY and LOTTERY_NOTARY_URL'])
})

it('tells all that is wrong at once, and no secret', () => {
  const wrong = {
    LOTTERY_NOTARY_URL: 'https://user:hush@notary.example.cn',
    LOTTERY_NOTARY_TOKEN: 'hush',
    LOTTERY_NOTARY_PUBLIC_KEY: 'AB'.repeat(32),
    LOTTERY_RELAYS: 'http://relay.example.cn',
    LOTTERY_CHAIN: 'hush',
  }
  expect(named(wrong).sort()).toEqual(Object.keys(wrong).sort())
  expect(problemsOf(wrong).join()).not.toContain('hush')
  expect(problemsOf({ LOTTERY_NOTARY_KEY: 'hush' }).join()).toBe('LOTTERY_NOTARY_KEY: not 64 hex digits')
})

it.each([
  ['plain http to another machine', 'http://notary.example.cn'],
  ['a query', 'https://notary.example.cn/?a=b'],
  ['no address', 'notary.example.cn'],
])('%s is refused as a signer’s address', (_, address) =>
  expect(named({ ...signer, LOTTERY_NOTARY_URL: address })).toEqual(['LOTTERY_NOTARY_URL']),
)

it.each([['[]'], ['"quick"'], ['null'], ['7']])('%s is no chain', (text) =>
  expect(named({ LOTTERY_CHAIN: text })).toEqual(['LOTTERY_CHAIN']),
)
