/** What a taxpayer fills in to settle a year of comprehensive income. Amounts not filled in are nothing. */
import type { Choice, Field, Form, Section } from '../../../core/pure/forms'
import { text, type Text } from '../../../core/pure/text'
import { contactSection, declarationSection } from '../fields'

/** More than one amount of a person's year is: as `LARGEST_AMOUNT` of the rules, which a test holds together. */
const MOST_MONEY = 100_000_000_000

/** The last years that can be settled or claimed for, the newest first. */
export const FORM_YEARS = [2026, 2025, 2024, 2023, 2022] as const

/** Children, infants and people fallen ill that the form has room for. */
export const MOST_CHILDREN = 5
export const MOST_INFANTS = 3
export const MOST_ILL = 5

type When = Field['when']

const money = (key: string, label: Text, hint?: Text, when?: When): Field => ({
  key,
  type: 'money',
  max: MOST_MONEY,
  optional: true,
  label,
  ...(hint && { hint }),
  ...(when && { when }),
})

const months = (key: string, label: Text, when: When, { min = 1, max = 12 } = {}): Field => ({
  key,
  type: 'count',
  min,
  max,
  label,
  ...(when && { when }),
})

const SHARES: readonly Choice[] = [
  { value: '100', label: text('本人扣除 100%', '100% by me') },
  { value: '50', label: text('双方各扣除 50%', '50% by each of us') },
]

const share = (key: string, label: Text, when: When): Field => ({
  key,
  type: 'choice',
  choices: SHARES,
  label,
  ...(when && { when }),
})

/** `0`, `1`, … `most` persons. */
const persons = (most: number): readonly Choice[] =>
  Array.from({ length: most + 1 }, (_, count) => ({
    value: String(count),
    label:
      count === 0 ? text('没有', 'None') : text(`${count} 人`, count === 1 ? '1 person' : `${count} persons`),
  }))

/** Asked while at least so many are named. */
const atLeast = (key: string, count: number, most: number): When => ({
  key,
  in: Array.from({ length: most - count + 1 }, (_, more) => String(count + more)),
})

/** For each person that may be named, its fields. */
const each = (most: number, fieldsOf: (number: number) => readonly Field[]): readonly Field[] =>
  Array.from({ length: most }, (_, at) => fieldsOf(at + 1)).flat()

const yearSection: Section = {
  key: 'year',
  title: text('年度与办理条件', 'The year, and who settles it'),
  fields: [
    {
      key: 'taxYear',
      type: 'choice',
      label: text('汇算年度', 'Year to settle'),
      hint: text('取得收入的那一年', 'The year in which the income was received'),
      choices: FORM_YEARS.map((year) => ({
        value: String(year),
        label: text(`${year} 年度`, `Year ${year}`),
      })),
    },
    {
      key: 'resident',
      type: 'yesNo',
      label: text('该年度是中国税收居民', 'Tax resident of China in that year?'),
      hint: text(
        '在中国境内有住所，或者一年内居住累计满 183 天',
        'With a domicile in China, or 183 days in it within the year',
      ),
    },
    { key: 'foreignIncome', type: 'yesNo', label: text('有境外所得', 'Any income from abroad?') },
    {
      key: 'filingPlace',
      type: 'choice',
      label: text('向哪里的税务机关申报', 'Where is it filed?'),
      hint: text('有任职受雇单位的，选单位所在地', 'Who has an employer files where the employer is'),
      choices: [
        { value: 'employer', label: text('任职受雇单位所在地', 'Where my employer is') },
        { value: 'domicile', label: text('户籍所在地', 'Where my household is registered') },
        { value: 'residence', label: text('经常居住地', 'Where I usually live') },
        { value: 'mainIncome', label: text('主要收入来源地', 'Where most of my income comes from') },
      ],
    },
    {
      key: 'withheldProperly',
      type: 'yesNo',
      label: text(
        '各单位都依法扣缴了税款，所得项目没有错误',
        'Did every payer withhold tax, under the right kind of income?',
      ),
    },
    {
      key: 'earlierYearsSettled',
      type: 'yesNo',
      label: text(
        '以前年度没有应补未补的税款或者存疑的申报',
        'Are earlier years settled, with nothing owed or in doubt?',
      ),
    },
  ],
}

const incomeSection: Section = {
  key: 'income',
  title: text('全年收入和已缴税款', 'Income of the year, and tax withheld'),
  fields: [
    money(
      'wages',
      text('工资、薪金收入', 'Wages and salaries'),
      text(
        '税前收入，不含下一步填写的全年一次性奖金',
        'Before tax, without the annual bonus of the next step',
      ),
    ),
    money(
      'labour',
      text('劳务报酬收入', 'Pay for labour services'),
      text('未减除费用的收入', 'Before costs'),
    ),
    money('manuscripts', text('稿酬收入', 'Authors’ pay'), text('未减除费用的收入', 'Before costs')),
    money('royalties', text('特许权使用费收入', 'Royalties'), text('未减除费用的收入', 'Before costs')),
    money(
      'prepaid',
      text('已预缴税额', 'Tax withheld'),
      text('不含全年一次性奖金已扣的税', 'Without what was withheld from the annual bonus'),
    ),
  ],
}

const ifBonus: When = { key: 'hasBonus', in: [true] }

const bonusSection: Section = {
  key: 'bonus',
  title: text('全年一次性奖金', 'Annual bonus'),
  fields: [
    {
      key: 'hasBonus',
      type: 'yesNo',
      label: text('有按全年一次性奖金扣税的奖金', 'Was tax withheld from a bonus as the annual bonus?'),
      hint: text('一年只能有一笔，其余的算工资', 'One in a year; any other counts as wages'),
    },
    money('bonusAmount', text('奖金金额', 'Amount of the bonus'), undefined, ifBonus),
    money('bonusPrepaid', text('奖金已扣税额', 'Tax withheld from it'), undefined, ifBonus),
    {
      key: 'bonusChoice',
      type: 'choice',
      when: ifBonus,
      label: text('奖金怎么计税', 'How should it be taxed?'),
      choices: [
        { value: 'cheaper', label: text('哪种缴税少用哪种', 'Whichever comes to less') },
        { value: 'separate', label: text('单独计税', 'Apart') },
        { value: 'merged', label: text('并入综合所得', 'Merged with the rest') },
      ],
    },
  ],
}

const deductionSection: Section = {
  key: 'deductions',
  title: text('社保、公积金和其他扣除', 'Insurance, housing fund and other deductions'),
  fields: [
    money(
      'socialInsurance',
      text('基本社会保险费', 'Basic social insurance'),
      text('全年个人缴纳部分', 'Your own part, for the year'),
    ),
    money(
      'housingFund',
      text('住房公积金', 'Housing fund'),
      text('全年个人缴纳部分', 'Your own part, for the year'),
    ),
    money('annuity', text('企业（职业）年金', 'Enterprise or occupational annuity')),
    money('healthInsurance', text('商业健康保险', 'Commercial health insurance')),
    money('personalPension', text('个人养老金', 'Personal pension')),
  ],
}

const familySection: Section = {
  key: 'family',
  title: text('子女和老人', 'Children and parents'),
  fields: [
    {
      key: 'educationChildren',
      type: 'choice',
      choices: persons(MOST_CHILDREN),
      label: text('扣除教育支出的子女', 'Children in education'),
    },
    ...each(MOST_CHILDREN, (number) => [
      months(
        `education${number}Months`,
        text(`子女 ${number}：该年度的月数`, `Child ${number}: months in the year`),
        atLeast('educationChildren', number, MOST_CHILDREN),
      ),
      share(
        `education${number}Share`,
        text(`子女 ${number}：扣除比例`, `Child ${number}: share`),
        atLeast('educationChildren', number, MOST_CHILDREN),
      ),
    ]),
    {
      key: 'infants',
      type: 'choice',
      choices: persons(MOST_INFANTS),
      label: text('3 岁以下婴幼儿', 'Children under three'),
    },
    ...each(MOST_INFANTS, (number) => [
      months(
        `infant${number}Months`,
        text(`婴幼儿 ${number}：该年度的月数`, `Infant ${number}: months in the year`),
        atLeast('infants', number, MOST_INFANTS),
      ),
      share(
        `infant${number}Share`,
        text(`婴幼儿 ${number}：扣除比例`, `Infant ${number}: share`),
        atLeast('infants', number, MOST_INFANTS),
      ),
    ]),
    {
      key: 'elder',
      type: 'choice',
      label: text('赡养 60 岁以上老人', 'Support of parents of 60 or more'),
      choices: [
        { value: 'none', label: text('没有', 'None') },
        { value: 'onlyChild', label: text('独生子女', 'I am an only child') },
        { value: 'shared', label: text('与兄弟姐妹分摊', 'Shared with my siblings') },
      ],
    },
    months('elderMonths', text('赡养老人的月数', 'Months of support'), {
      key: 'elder',
      in: ['onlyChild', 'shared'],
    }),
    money(
      'elderMonthly',
      text('本人每月分摊的金额', 'My share a month'),
      text('按分摊协议填写', 'As agreed among you'),
      { key: 'elder', in: ['shared'] },
    ),
  ],
}

const ifLoan: When = { key: 'home', in: ['loan'] }
const ifRent: When = { key: 'home', in: ['rent'] }
const ifDegree: When = { key: 'degree', in: [true] }

const homeSection: Section = {
  key: 'home',
  title: text('住房、继续教育和大病医疗', 'Home, study and illness'),
  fields: [
    {
      key: 'home',
      type: 'choice',
      label: text('住房贷款利息或住房租金', 'Housing loan or rent'),
      hint: text('一个年度内只能扣除其中一项', 'Only one of them in a year'),
      choices: [
        { value: 'none', label: text('没有', 'Neither') },
        { value: 'loan', label: text('首套住房贷款利息', 'Interest on the loan for my first home') },
        { value: 'rent', label: text('住房租金', 'Rent') },
      ],
    },
    months('loanMonths', text('贷款月数', 'Months of the loan'), ifLoan),
    share('loanShare', text('贷款利息扣除比例', 'Share of the interest'), ifLoan),
    months('loanMonthsBefore', text('以前年度已扣除的月数', 'Months deducted in earlier years'), ifLoan, {
      min: 0,
      max: 240,
    }),
    months(
      'rentFirst',
      text(
        '在直辖市、省会、计划单列市等租房的月数',
        'Months in a municipality, provincial capital or city planned apart',
      ),
      ifRent,
      { min: 0 },
    ),
    months(
      'rentSecond',
      text(
        '在市辖区户籍人口超过 100 万的其他城市租房的月数',
        'Months in another city of more than a million residents',
      ),
      ifRent,
      { min: 0 },
    ),
    months('rentThird', text('在其他城市租房的月数', 'Months in another city'), ifRent, { min: 0 }),
    { key: 'degree', type: 'yesNo', label: text('接受学历（学位）继续教育', 'Studying for a degree?') },
    months('degreeMonths', text('该年度的学习月数', 'Months of study in the year'), ifDegree),
    months(
      'degreeMonthsBefore',
      text('同一学历以前年度已扣除的月数', 'Months deducted for it in earlier years'),
      ifDegree,
      { min: 0, max: 48 },
    ),
    {
      key: 'certificate',
      type: 'yesNo',
      label: text('该年度取得职业资格证书', 'Was a professional certificate obtained in the year?'),
    },
    {
      key: 'illnessPersons',
      type: 'choice',
      choices: persons(MOST_ILL),
      label: text(
        '有大病医疗支出的人（本人、配偶、未成年子女）',
        'People with costs of serious illness (you, spouse, minor children)',
      ),
    },
    ...each(MOST_ILL, (number) => [
      money(
        `illness${number}`,
        text(`第 ${number} 人：医保报销后自己负担的金额`, `Person ${number}: borne after insurance`),
        text('医保目录范围内的自付部分', 'Within the catalogue of the insurance'),
        atLeast('illnessPersons', number, MOST_ILL),
      ),
    ]),
  ],
}

const otherSection: Section = {
  key: 'others',
  title: text('捐赠和减免', 'Donations and reductions'),
  fields: [
    {
      key: 'hasDonations',
      type: 'yesNo',
      label: text('有公益慈善捐赠', 'Any donations to charity?'),
    },
    money('donationsLimited', text('限额扣除的捐赠', 'Donations deducted up to a limit'), undefined, {
      key: 'hasDonations',
      in: [true],
    }),
    money(
      'donationsFull',
      text('全额扣除的捐赠', 'Donations deducted in full'),
      text(
        '规定可以全额扣除的，例如向红十字事业的捐赠',
        'Such as the rules name, for example to the Red Cross',
      ),
      { key: 'hasDonations', in: [true] },
    ),
    money(
      'reductions',
      text('减免税额', 'Reductions of tax'),
      text(
        '残疾、孤老、烈属的减免，没有可不填',
        'Of the disabled, the lonely old and families of martyrs; else leave empty',
      ),
    ),
  ],
}

const accountSection: Section = {
  key: 'account',
  title: text('退税账户', 'Where the refund goes'),
  fields: [
    {
      key: 'ownAccount',
      type: 'yesNo',
      label: text(
        '退到本人在中国境内开设的银行账户',
        'To a bank account of your own, opened in mainland China?',
      ),
    },
  ],
}

export const incomeTaxForm: Form = {
  version: 1,
  sections: [
    yearSection,
    incomeSection,
    bonusSection,
    deductionSection,
    familySection,
    homeSection,
    otherSection,
    accountSection,
    contactSection,
    declarationSection,
  ],
}
