/** What people say of their taxpayers, and the tags that follow from it. */
import { allOf } from '../../../functions/core/io/store/pages'
import { taggings } from '../../../functions/profiles/collections'
import { retag } from '../../../functions/profiles/tagging'
import { dyingAt } from '../../harness/dying'
import { NOTHING_SAID, openWorld, type World } from '../policies/world'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const tagsOf = async (name: string): Promise<readonly string[]> => {
  const where = { accountId: await world.accountOf(name) }
  const rows = await allOf(world.services.store, taggings, { index: 'account', where })
  return rows.map(({ doc }) => doc.tag).filter((tag) => !tag.startsWith('taxpayer:'))
}

test('what is said is kept at once, and its tags follow', async () => {
  const taxpayerId = await world.person('小店', { kind: 'smallScale', industry: '62' }, ['relief'])
  expect(await world.must('profiles/mine', {}, { as: '小店' })).toMatchObject({
    interests: ['relief'],
    hears: true,
    taxpayers: [{ taxpayerId, traits: { kind: 'smallScale', industry: '62', region: null } }],
  })
  await world.settle()
  expect(await tagsOf('小店')).toEqual([
    'all',
    'industry:62',
    'industry:H',
    'interest:relief',
    'kind:smallScale',
  ])
})

test('what is said anew takes the place of what was said', async () => {
  const taxpayerId = await world.person('小店', { kind: 'smallScale', taxes: ['vat'] })
  await world.settle()
  const traits = { ...NOTHING_SAID, kind: 'general' }
  await world.must('profiles/set', { taxpayerId, traits }, { as: '小店' })
  await world.settle()
  expect(await tagsOf('小店')).toEqual(['all', 'kind:general'])
})

test('who wants to hear of nothing has no tags', async () => {
  await world.person('小店', { kind: 'smallScale' }, ['relief'])
  await world.settle()
  await world.must('profiles/follow', { interests: ['relief'], hears: false }, { as: '小店' })
  await world.settle()
  expect(await tagsOf('小店')).toEqual([])
})

test('a taxpayer that is let go is forgotten with its traits', async () => {
  const taxpayerId = await world.person('小店', { kind: 'smallScale' }, ['relief'])
  await world.settle()
  await world.must('accounts/unbind', { taxpayerId }, { as: '小店' })
  await world.settle()
  expect(await tagsOf('小店')).toEqual(['all', 'interest:relief'])
  expect(await world.refused('profiles/set', { taxpayerId, traits: NOTHING_SAID }, { as: '小店' })).toBe(
    'NOT_FOUND',
  )
})

test('cut off at any commit, and by two at once, tags come to the same', async () => {
  const taxes = ['vat', 'stamp', 'property', 'landUse', 'resource', 'deed', 'tobacco', 'farmland']
  const taxpayerId = await world.person('大店', { kind: 'general', taxes }, ['relief', 'filing', 'exports'])
  await world.settle()
  const before = await tagsOf('大店')
  const accountId = await world.accountOf('大店')
  const traits = { ...NOTHING_SAID, kind: 'smallScale', taxes: ['vat', 'environment'], region: '350203' }
  await world.must('profiles/set', { taxpayerId, traits }, { as: '大店' })
  for (let commits = 0; ; commits += 1)
    if (!(await dyingAt(world.services, { commits, told: commits % 2 === 0 }, (on) => retag(on, accountId))))
      break
  await Promise.all([retag(world.services, accountId), retag(world.services, accountId)])
  const after = [
    'all',
    'interest:exports',
    'interest:filing',
    'interest:relief',
    'kind:smallScale',
    'region:35',
    'region:3502',
    'region:350203',
    'tax:environment',
    'tax:vat',
  ]
  expect(before).not.toEqual(after)
  expect(await tagsOf('大店')).toEqual(after)
})
