/**
 * Seventeen people who do not exist, with numbers whose check digits fit and whose division code (990102) is nobody's.
 * DEMONSTRATION DATA.
 */
import type { RoleGrant } from '../../../functions/core/io/identity/roles'
import { DEMO_REGION } from './halls'

export interface DemoTaxpayer {
  readonly kind: 'person' | 'enterprise'
  readonly name: string
  readonly number: string
  readonly verified: boolean
}
export interface DemoPerson {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly taxpayers: readonly DemoTaxpayer[]
  readonly grants: readonly RoleGrant[]
}

const person = (name: string, number: string, verified = false): DemoTaxpayer => ({
  kind: 'person',
  name,
  number,
  verified,
})

export const ENTERPRISE: DemoTaxpayer = {
  kind: 'enterprise',
  name: '城东示范商贸有限公司',
  number: '91990102MA0DEM005F',
  verified: true,
}

/** Missed three appointments of one month: booking is suspended, and there is something to appeal. */
export const ABSENTEE = '孙守诚'

/** A visitor with a phone, who needs no taxpayer. */
export const TRAVELLER = 'Emma Carter'

export const demoPeople: readonly DemoPerson[] = [
  {
    name: '林小雨',
    title: { zh: '纳税人（自然人）', en: 'Taxpayer (person)' },
    taxpayers: [person('林小雨', '990102199001010015')],
    grants: [],
  },
  {
    name: '陈建国',
    title: { zh: '纳税人（自然人，已实名核验）', en: 'Taxpayer (person, verified)' },
    taxpayers: [person('陈建国', '990102197805050021', true)],
    grants: [],
  },
  {
    name: ABSENTEE,
    title: { zh: '纳税人（三次失约，暂停预约）', en: 'Taxpayer (three no-shows, booking suspended)' },
    taxpayers: [person(ABSENTEE, '990102198808080060', true)],
    grants: [],
  },
  {
    name: '王会芳',
    title: { zh: '企业办税员', en: 'Tax clerk of an enterprise' },
    taxpayers: [ENTERPRISE, person('王会芳', '990102198509090031')],
    grants: [],
  },
  {
    name: '赵明理',
    title: { zh: '涉税专业服务人员（代理）', en: 'Tax agent' },
    taxpayers: [person('赵明理', '990102198203030044')],
    grants: [],
  },
  {
    name: '周敏',
    title: { zh: '税务人员（城东区办税服务厅）', en: 'Officer (Chengdong District Tax Hall)' },
    taxpayers: [],
    grants: [{ role: 'officer', halls: ['chengdong-1'], duties: ['review'] }],
  },
  {
    name: '吴刚',
    title: { zh: '税务人员（政务服务中心税务专厅）', en: 'Officer (Civic Centre tax counters)' },
    taxpayers: [],
    grants: [{ role: 'officer', halls: ['chengdong-2'] }],
  },
  {
    name: '郑岚',
    title: { zh: '大厅主管（城东区）', en: 'Supervisor (Chengdong District)' },
    taxpayers: [],
    grants: [{ role: 'supervisor', regions: [DEMO_REGION], duties: ['approve'] }],
  },
  {
    name: '唐宁',
    title: { zh: '大厅主管（城东区，第二审批）', en: 'Supervisor (Chengdong District, second approval)' },
    taxpayers: [],
    grants: [{ role: 'supervisor', regions: [DEMO_REGION], duties: ['approve'] }],
  },
  {
    name: '许航',
    title: { zh: '税务人员（城东区，退库付款）', en: 'Officer (Chengdong District, payments)' },
    taxpayers: [],
    grants: [{ role: 'officer', halls: ['chengdong-1'], duties: ['pay'] }],
  },
  {
    name: TRAVELLER,
    title: { zh: '境外旅客（离境退税）', en: 'Traveller from abroad (departure refund)' },
    taxpayers: [],
    grants: [],
  },
  {
    name: '罗航',
    title: {
      zh: '海关关员（城东区，离境退税验核）',
      en: 'Customs officer (Chengdong District, departure refunds)',
    },
    taxpayers: [],
    grants: [{ role: 'officer', halls: ['chengdong-1'], duties: ['customs'] }],
  },
  {
    name: '高远',
    title: {
      zh: '大厅主管（城东区，发票摇奖：活动与审核）',
      en: 'Supervisor (Chengdong District, invoice lottery: campaigns and review)',
    },
    taxpayers: [],
    grants: [{ role: 'supervisor', halls: ['chengdong-1'], duties: ['draw', 'review'] }],
  },
  {
    name: '何正',
    title: { zh: '公证员（发票摇奖：公布与开奖）', en: 'Notary (invoice lottery: publishes and draws)' },
    taxpayers: [],
    grants: [{ role: 'notary', halls: ['chengdong-1'], duties: ['draw'] }],
  },
  {
    name: '沈知远',
    title: {
      zh: '税务人员（城东区，政策起草与发布）',
      en: 'Officer (Chengdong District, writes and publishes policies)',
    },
    taxpayers: [],
    grants: [{ role: 'officer', halls: ['chengdong-1'], duties: ['publish'] }],
  },
  {
    name: '叶清',
    title: {
      zh: '大厅主管（城东区，政策核对与发布）',
      en: 'Supervisor (Chengdong District, checks and publishes policies)',
    },
    taxpayers: [],
    grants: [{ role: 'supervisor', halls: ['chengdong-1'], duties: ['publish'] }],
  },
  {
    name: '孙立',
    title: { zh: '系统管理员', en: 'Administrator' },
    taxpayers: [],
    grants: [{ role: 'admin', regions: [DEMO_REGION] }],
  },
]

/** Whose enterprise the agent may act for, and who let it. */
export const AGENCY = { owner: '王会芳', agent: '赵明理', days: 365 } as const
/** The officer who verified those that are verified. */
export const VERIFIER = '周敏'
