import { capacityOf, checkCapacity, formOf, takenOf } from '../../../src/packages/office/day/model/capacity'
import { dayCsv, dayHtml, fileName, type FileWords } from '../../../src/packages/office/day/model/dayFile'
import { instantOf } from '../../../functions/core/pure/time'
import {
  byTime,
  fillOf,
  findPeople,
  summarise,
  wouldCancel,
} from '../../../src/packages/office/day/model/summary'
import { dayList, person } from '../booking/fixtures'

const words: FileWords = {
  title: '城东 <11月24日>',
  asOf: '截至 10:00',
  partial: undefined,
  total: '共 4 人',
  privacy: '用后销毁',
  language: 'zh-CN',
  columns: {
    time: '时间',
    code: '预约码',
    name: '姓名',
    matter: '事项',
    standing: '身份',
    state: '状态',
    arrived: '到厅',
  },
  standing: (standing) => standing,
  state: (state) => state,
}

describe('the exported day', () => {
  it('is a CSV that a spreadsheet opens in Chinese, with codes that keep their zeros', () => {
    const csv = dayCsv({ items: [person()] }, words)
    expect(csv).toBe(
      '\ufeff时间,预约码,姓名,事项,身份,状态\r\n09:30-10:00,048 213,王*明,发票领用,verified,booked\r\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@x'])('keeps %j text, not a formula', (name) => {
    expect(dayCsv({ items: [person({ name })] }, words)).toContain(`'${name}`)
  })

  it.each([
    ['\u202e=1+1', "'=1+1"],
    ['\tx', 'x'],
    ['\u2067王*明', '王*明'],
    ['王\u200b*', '王*'],
  ])('shows %j as %j: what was stored before the rule for texts turns nothing round', (name, shown) => {
    const list = { items: [person({ name })] }
    expect(dayCsv(list, words)).toContain(`,${shown},`)
    expect(dayHtml(list, words)).toContain(`<td>${shown.replace("'=", '=')}</td>`)
    expect(dayCsv(list, words) + dayHtml(list, words)).not.toMatch(/[\u202e\u2067\u200b]/)
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(dayCsv({ items: [person({ name: 'a,"b"\nc' })] }, words)).toContain('"a,""b""\nc"')
  })

  it('is an HTML page that escapes what people are called and loads nothing', () => {
    const html = dayHtml({ items: [person({ name: '<script>x</script>&"' })] }, words)
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;&amp;&quot;')
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/)
    expect(html).toContain('城东 &lt;11月24日&gt;')
  })

  it('has a file name that every system takes', () => {
    expect(fileName('城东/办税 厅:2', '2026-11-24', 'csv')).toBe('城东-办税-厅-2-2026-11-24.csv')
  })
})

describe('the day at a glance', () => {
  it('counts whom closing the day would cancel: not who has begun, nor who is cancelled', () => {
    const items = [
      person({ start: 540, state: 'booked' }),
      person({ start: 600, state: 'booked' }),
      person({ start: 600, state: 'held' }),
      person({ start: 630, state: 'cancelled' }),
    ]
    const at = (minute: number) => wouldCancel(dayList({ items }), instantOf(dayList().day, minute))
    expect([539, 540, 599, 600].map(at)).toEqual([3, 2, 2, 0])
  })

  it('counts who is coming, kept, cancelled, and what is left online', () => {
    expect(summarise(dayList())).toEqual({ coming: 2, held: 1, cancelled: 1, left: 29, capacity: 90 })
  })

  it('groups people by time, those who are coming first', () => {
    const hours = byTime(dayList().items)
    expect(hours.map(({ start }) => start)).toEqual([570, 600])
    expect(hours[0]?.people.map(({ code }) => code)).toEqual(['048213', '220517', '100001'])
  })

  it('finds by code with or without its space, by name and by matter', () => {
    const { items } = dayList()
    expect(findPeople(items, '048 213').map(({ code }) => code)).toEqual(['048213'])
    expect(findPeople(items, '贸易')).toHaveLength(1)
    expect(findPeople(items, 'djbg')).toHaveLength(1)
    expect(findPeople(items, ' ')).toHaveLength(4)
    expect(findPeople(items, 'nobody')).toEqual([])
  })

  it('says how full a slot is', () => {
    expect(fillOf({ capacity: { online: 7, walkIn: 2, priority: 1 }, booked: 5 })).toBe(50)
    expect(fillOf({ capacity: { online: 0, walkIn: 0, priority: 0 }, booked: 0 })).toBe(100)
  })
})

describe('setting seats', () => {
  const taken = { online: 4, walkIn: 0, priority: 1 }
  const good = { online: '6', walkIn: '0', priority: '1', reason: '少一个窗口' }

  it('lists every problem at once', () => {
    expect(checkCapacity({ online: '3', walkIn: 'x', priority: '101', reason: ' ' }, taken)).toEqual({
      online: 'taken',
      walkIn: 'number',
      priority: 'tooMany',
      reason: 'required',
    })
    expect(checkCapacity({ ...good, reason: 'x'.repeat(201) }, taken)).toEqual({ reason: 'long' })
    expect(checkCapacity({ ...good, online: '-1' }, taken)).toEqual({ online: 'number' })
  })

  it('passes what the contract takes', () => {
    expect(checkCapacity(good, taken)).toEqual({})
    expect(capacityOf(good)).toEqual({ online: 6, walkIn: 0, priority: 1 })
    expect(capacityOf(formOf({ online: 7, walkIn: 2, priority: 1 }))).toEqual({
      online: 7,
      walkIn: 2,
      priority: 1,
    })
  })

  it('knows what is taken: of a whole day, in the fullest slot', () => {
    expect(takenOf(dayList().slots)).toEqual({ online: 7, walkIn: 0, priority: 0 })
  })
})
