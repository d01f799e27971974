import { handedOver, handOver } from '../../../src/client/handover'
import { routes } from '../../../src/client/routes'
import { beginSession, endSession, sessionToken, signOutHere } from '../../../src/client/session'
import { storage } from '../../harness/taro/taro'
import { facts } from '../lottery/fixtures'

const signIn = (accountId: string): void => beginSession({ token: `of ${accountId}`, accountId })

beforeEach(() => {
  signOutHere()
  storage.clear()
  signIn('ac_1')
})

test('an invoice is handed over in memory: neither the address nor the device has a figure of it', () => {
  const handed = handOver(facts)
  expect(handedOver(handed)).toEqual(facts)
  const address = decodeURIComponent(routes.enterInvoice({ handed }))
  for (const figure of [facts.number, facts.issuedOn, String(facts.amount)]) {
    expect(address).not.toContain(figure)
    expect(JSON.stringify([...storage])).not.toContain(figure)
  }
})

test('two that were handed over are told apart, whichever page is gone back to', () => {
  const [one, other] = [handOver(facts), handOver({ ...facts, amount: 1 })]
  expect(one).not.toBe(other)
  expect([handedOver(one)?.amount, handedOver(other)?.amount]).toEqual([facts.amount, 1])
})

test('after a reload a name says nothing', () => {
  expect(handedOver('mc0x-0000000000000000')).toBeUndefined()
  expect(handedOver(undefined)).toBeUndefined()
})

test('it outlives a session that ends by itself, for her alone, and not her own leaving', () => {
  const handed = handOver(facts)
  endSession(sessionToken())
  expect(handedOver(handed)).toBeUndefined()
  signIn('ac_2')
  expect(handedOver(handed)).toBeUndefined()
  signIn('ac_1')
  expect(handedOver(handed)).toEqual(facts)
  signOutHere()
  signIn('ac_1')
  expect(handedOver(handed)).toBeUndefined()
})
