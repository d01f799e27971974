/** Names on invoices: is the buyer the entrant, and is it a person at all? Pure. */

/** The dot inside names of some nationalities is typed in many ways. */
const DOTS = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff0e.]/g

/** Full-width letters, spaces and dots all written one way; nothing else is forgiven. */
export const comparableName = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').replace(DOTS, '\u00b7')

export const sameName = (a: string, b: string): boolean => comparableName(a) === comparableName(b)

/** Endings that only names of organisations and shops have. */
const ENDINGS = [
  '公司',
  '集团',
  '商行',
  '商店',
  '超市',
  '酒店',
  '饭店',
  '餐厅',
  '医院',
  '学校',
  '大学',
  '中学',
  '小学',
  '学院',
  '幼儿园',
  '银行',
  '分行',
  '支行',
  '合作社',
  '事务所',
  '协会',
  '学会',
  '委员会',
  '基金会',
  '研究院',
  '研究所',
  '管理局',
  '中心',
  '工作室',
  '经营部',
  '门市部',
  '工厂',
  '政府',
]
const LONG_ENDINGS = ['厂', '局', '部', '处', '店', '社', '院', '所', '站']
const WESTERN = /\b(co|ltd|inc|llc|corp|company|limited|gmbh)\b\.?/i
/** Branches and legal forms are often followed by a place in brackets. */
const TAIL = /[(（][^()（）]*[)）]$/

/** A person's name of that length ends like none of these; a shorter one may. */
const LONGEST_PERSON = 4

export const isOrganisation = (name: string): boolean => {
  const plain = name.normalize('NFKC').trim()
  if (WESTERN.test(plain) || plain.includes('有限')) return true
  const bare = plain.replace(TAIL, '').replace(/\s/g, '')
  return (
    ENDINGS.some((ending) => bare.endsWith(ending) && bare.length > ending.length + 1) ||
    (bare.length > LONGEST_PERSON && LONG_ENDINGS.some((ending) => bare.endsWith(ending)))
  )
}

/** 个人: what shops print when they ask for no name. */
export const isNobody = (name: string): boolean =>
  /^(个人|消费者|顾客|散客|无|-*)$/.test(comparableName(name))
