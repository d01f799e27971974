/** The shipped campaigns hold together, say what the announcements say, and their arithmetic is right. */
import { canonicalJson } from '../../../../functions/core/pure/canonical-json'
import { inForce } from '../../../../functions/core/pure/law'
import { addDays } from '../../../../functions/core/pure/time'
import { chengdu, exampleCampaigns, taiyuan, xiamen } from '../../../../functions/lottery/data/campaigns'
import { divisions } from '../../../../functions/core/pure/divisions-data'
import { CENTRAL_PRIZE, EIGHT_SECTORS, LOWEST_FLOOR } from '../../../../functions/lottery/data/national'
import { drawsOn, termsOn, type Campaign } from '../../../../functions/lottery/rules/campaign'
import { campaignProblems } from '../../../../functions/lottery/rules/campaign-problems'
import { divisionStem, scopeOf } from '../../../../functions/core/pure/code-scope'
import { isNobody, isOrganisation, sameName } from '../../../../functions/lottery/rules/names'
import { periodsOf } from '../../../../functions/lottery/rules/periods'
import { isDivision, placeText } from '../../../../functions/core/pure/places'
import type { CountTier } from '../../../../functions/lottery/rules/plan'
import { gapsIn } from '../../../harness/dated'

const worth = (tiers: readonly Pick<CountTier, 'prize' | 'count'>[]): number =>
  tiers.reduce((sum, { prize, count }) => sum + prize * (count ?? 0), 0)

const tiersOf = ({ draws }: Campaign, key: string): readonly CountTier[] =>
  draws.flatMap((draw) => (draw.key === key && draw.kind === 'periodic' ? draw.tiers : []))

const totalOf = ({ pools }: Campaign, key: string): number | undefined =>
  pools.find((pool) => pool.key === key)?.total

describe.each(exampleCampaigns.map((campaign) => [campaign.id, campaign] as const))('%s', (_, campaign) => {
  it('has no problems', () => expect(campaignProblems(campaign)).toEqual([]))

  it('has one row of terms and a draw on each of its days', () => {
    for (let day = campaign.opensOn; day <= campaign.closesOn; day = addDays(day, 1)) {
      expect(campaign.terms.filter((row) => inForce(row, day))).toHaveLength(1)
      expect(drawsOn(campaign, day).length).toBeGreaterThan(0)
    }
  })

  it('has the rules of its first day before, and of its last after', () => {
    expect(termsOn(campaign, '2020-01-01')).toBe(campaign.terms[0])
    expect(termsOn(campaign, '2030-01-01')).toBe(campaign.terms[campaign.terms.length - 1])
  })

  it('says of every figure what it stands on, and that what no announcement says is still to be confirmed', () => {
    const sources = [campaign, ...campaign.pools, ...campaign.draws]
    const rules = campaign.terms
      .flatMap((row) => Object.values(row))
      .flatMap((rule: unknown) =>
        typeof rule === 'object' && rule !== null && 'basis' in rule
          ? [rule as (typeof sources)[number]]
          : [],
      )
    expect(rules.length).toBeGreaterThan(8)
    for (const { basis, unconfirmed } of [...sources, ...rules]) {
      expect(basis.zh).toMatch(/公告|通知|民法典|默认/)
      if (/未见|默认/.test(basis.zh)) expect(unconfirmed).toBe(true)
    }
  })

  it('hashes by one text', () => {
    expect(canonicalJson(JSON.parse(JSON.stringify(campaign)))).toBe(canonicalJson(campaign))
  })

  it('is set in Chinese punctuation', () => {
    const texts = canonicalJson(campaign).match(/"zh":"[^"]*"/g) ?? []
    expect(texts.length).toBeGreaterThan(20)
    expect(
      texts.filter((text) => /[\u4e00-\u9fff”》][,:;?!()]|[,:;?!()][\u4e00-\u9fff“《]/.test(text)),
    ).toEqual([])
  })
})

describe('arithmetic', () => {
  it('Yantai’s announced prizes come to 170 million yuan', () => {
    const tiers = [
      { prize: 80_000, count: 25_500 },
      { prize: 30_000, count: 102_000 },
      { prize: 5_000, count: 2_380_000 },
    ]
    expect(worth(tiers)).toBe(170_000_000_00)
  })

  it('Taiyuan: 130, 70 and 10 million; instant 8 to 98, weekly 18 to 800, and large prizes of the city’s money', () => {
    expect(taiyuan.pools.map(({ total, money }) => [total / 100_000_000, money])).toEqual([
      [130, 'central'],
      [70, 'central'],
      [10, 'municipal'],
    ])
    const [instant] = taiyuan.draws
    const prizes = instant?.kind === 'instant' ? instant.bands.flatMap(({ tiers }) => tiers) : []
    expect(prizes.map(({ prize }) => prize / 100)).toEqual([8, 28, 58, 78, 98])
    const weekly = tiersOf(taiyuan, 'weekly').map(({ prize }) => prize / 100)
    expect([...weekly].reverse()).toEqual([18, 68, 188, 388, 588, 800])
    const special = tiersOf(taiyuan, 'special')
    expect(special.map(({ prize, count }) => [prize / 100, count])).toEqual([
      [100_000, 2],
      [50_000, 4],
      [10_000, 40],
    ])
    // 46 invoices won 800 000 yuan the first time; twelve fortnights stay within ten million.
    expect(worth(special)).toBe(800_000_00)
    const fortnights = taiyuan.draws.flatMap((draw) =>
      draw.key === 'special' ? periodsOf(taiyuan, draw) : [],
    )
    expect([fortnights.length, worth(special) * fortnights.length]).toEqual([12, 9_600_000_00])
    expect(worth(tiersOf(taiyuan, 'weekly')) * 25).toBeLessThanOrEqual(totalOf(taiyuan, 'weekly') ?? 0)
  })

  it('Xiamen’s monthly prizes are its month’s money', () => {
    expect(worth(tiersOf(xiamen, 'monthly'))).toBe(xiamen.pools[1]?.perPeriod)
  })

  it('Chengdu draws each night, the last hour of all included, within its pool', () => {
    const [daily] = chengdu.draws
    const nights = daily ? periodsOf(chengdu, daily).length : 0
    expect(nights).toBe(177)
    expect((chengdu.pools[0]?.perPeriod ?? 0) * nights).toBeLessThanOrEqual(totalOf(chengdu, 'daily') ?? 0)
  })

  it.each([
    ['the largest prize of central money', CENTRAL_PRIZE],
    ['the lowest floor', LOWEST_FLOOR],
  ])('%s has one row for every day', (_, rows) => expect(gapsIn(rows)).toEqual([]))

  it('the pilot has eight sectors', () => {
    expect(EIGHT_SECTORS.map(({ name }) => name.zh)).toEqual([
      '零售',
      '餐饮',
      '住宿',
      '文化艺术',
      '娱乐',
      '旅游',
      '体育',
      '居民服务',
    ])
  })
})

describe('codes as prefixes', () => {
  it.each([
    ['5211', ['52'], [], 'in'],
    ['52', ['52'], [], 'in'],
    ['5', ['52'], [], 'unknown'],
    ['51', ['52'], [], 'out'],
    ['90', ['90'], ['904'], 'unknown'],
    ['904', ['90'], ['904'], 'out'],
    ['9041', ['90'], ['904'], 'out'],
    ['901', ['90'], ['904'], 'in'],
    ['63', [], ['63'], 'out'],
    ['64', [], ['6422'], 'unknown'],
    ['62', [], ['6422'], 'in'],
  ])('%s of %j without %j: %s', (code, included, excluded, scope) => {
    expect(scopeOf(code, included, excluded)).toBe(scope)
  })

  it.each([
    ['350000', '35'],
    ['350200', '3502'],
    ['350203', '350203'],
    ['131000', '1310'],
    ['3502', '3502'],
  ])('division %s says as much as %s', (code, stem) => expect(divisionStem(code)).toBe(stem))

  it.each([
    ['35', true],
    ['3502', true],
    ['350200', true],
    ['350203', true],
    ['3599', false],
    ['990000', false],
    ['990200', false],
    // The demonstration's city.
    ['9901', true],
    ['990102', true],
    ['350', false],
    ['', false],
  ])('is there a division %s: %s', (code, is) => expect(isDivision(code)).toBe(is))

  it('knows all provinces and prefectures, and calls them by name', () => {
    const codes = Object.keys(divisions)
    expect([codes.filter((code) => code.length === 2).length, codes.length]).toEqual([34, 376])
    expect(codes.every((code) => code.length === 2 || code.slice(0, 2) in divisions)).toBe(true)
    expect([
      placeText('510100').zh,
      placeText('350203').zh,
      placeText('110105').zh,
      placeText('990000').zh,
    ]).toEqual(['成都市（510100）', '厦门市（350203）', '北京市（110105）', '代码 990000'])
  })
})

describe('names', () => {
  it.each([
    ['王芳', '王 芳', true],
    ['王芳', '王\u3000芳 ', true],
    ['阿依古丽·买买提', '阿依古丽•买买提', true],
    ['阿依古丽·买买提', '阿依古丽买买提', false],
    ['ＪＯＨＮ ＳＭＩＴＨ', 'JOHN SMITH', true],
    ['John Smith', 'JOHN SMITH', false],
    ['王芳', '王方', false],
    ['王芳', '王芳先生', false],
  ])('%s and %s: the same is %s', (a, b, same) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([same, same])
  })

  it.each([
    ['厦门某某贸易有限公司', true],
    ['某某市第一医院', true],
    ['某某大学（鼓楼校区）', true],
    ['Some Trading Co., Ltd.', true],
    ['国家税务总局某某市税务局', true],
    ['王中心', false],
    ['李大学', false],
    ['欧阳小明', false],
    ['阿依古丽·买买提', false],
    ['Nico Bell', false],
  ])('%s is an organisation: %s', (name, is) => expect(isOrganisation(name)).toBe(is))

  it.each([
    ['个人', true],
    ['个 人', true],
    ['--', true],
    ['个人王芳', false],
  ])('%s names nobody: %s', (name, is) => expect(isNobody(name)).toBe(is))
})
