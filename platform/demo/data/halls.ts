/**
 * Three halls of 城东区 in 示范市: a district that does not exist. DEMONSTRATION DATA. The division code 990102 is outside
 * GB/T 2260, and the telephone numbers cannot be dialled.
 */
import type { HallDoc } from '../../../functions/halls/collections'

export const DEMO_REGION = '990102'

const hours = [
  { from: 540, to: 720 },
  { from: 810, to: 1020 },
] as const
const hoursNote = {
  zh: '工作日 9:00–12:00，13:30–17:00（演示数据）',
  en: 'Working days 9:00–12:00 and 13:30–17:00 (demonstration data)',
}
const everything = [
  'FP01',
  'FP02',
  'FP03',
  'FP04',
  'DJ01',
  'DJ02',
  'DJ03',
  'DJ04',
  'SB01',
  'SB02',
  'SB03',
  'SB04',
  'TS01',
  'TS02',
  'TS03',
  'ZM01',
  'ZM02',
  'ZM03',
  'SF01',
  'SF02',
] as const
const windowList = [
  { number: '1', matters: ['FP01', 'FP02', 'FP03', 'FP04'] },
  { number: '2', matters: ['DJ01', 'DJ02', 'DJ03', 'DJ04'] },
  { number: '3', matters: ['SB01', 'SB02', 'SB03', 'SB04'] },
  { number: '4', matters: ['TS01', 'TS02', 'TS03', 'ZM02'] },
  { number: '5', matters: ['ZM01', 'ZM03', 'SF01', 'SF02', 'FP02', 'DJ03'] },
] as const
const shared = {
  v: 1,
  region: DEMO_REGION,
  hours,
  hoursNote,
  sameDay: false,
  limits: {},
  demonstration: true,
} as const

export const demoHalls: readonly { readonly id: string; readonly doc: HallDoc }[] = [
  {
    id: 'chengdong-1',
    doc: {
      ...shared,
      name: { zh: '示范市城东区办税服务厅（演示）', en: 'Chengdong District Tax Hall (demonstration)' },
      address: {
        zh: '示范市城东区和平大道168号',
        en: '168 Heping Avenue, Chengdong District, Demonstration City',
      },
      phone: '000-1236-6001',
      latitude: 30_285_400,
      longitude: 120_195_300,
      matters: everything,
      windows: 5,
      windowList,
      byPosition: true,
      template: { online: 10, walkIn: 3, priority: 2 },
    },
  },
  {
    id: 'chengdong-2',
    doc: {
      ...shared,
      name: {
        zh: '示范市城东区政务服务中心税务专厅（演示）',
        en: 'Chengdong Civic Centre, tax counters (demonstration)',
      },
      address: {
        zh: '示范市城东区市民街20号3楼',
        en: '3rd floor, 20 Shimin Street, Chengdong District, Demonstration City',
      },
      phone: '000-1236-6002',
      latitude: 30_301_700,
      longitude: 120_221_800,
      windows: 4,
      template: { online: 8, walkIn: 3, priority: 1 },
      matters: [
        'FP01',
        'FP02',
        'FP03',
        'FP04',
        'DJ01',
        'DJ02',
        'DJ03',
        'DJ04',
        'SB02',
        'SB03',
        'SB04',
        'ZM01',
        'ZM03',
        'SF01',
        'SF02',
      ],
    },
  },
  {
    id: 'chengdong-3',
    doc: {
      ...shared,
      name: { zh: '示范市城东区东郊税务所办税厅（演示）', en: 'Dongjiao Tax Office hall (demonstration)' },
      address: {
        zh: '示范市城东区东郊镇文化路9号',
        en: '9 Wenhua Road, Dongjiao Town, Chengdong District, Demonstration City',
      },
      phone: '000-1236-6003',
      latitude: 30_318_900,
      longitude: 120_268_400,
      windows: 3,
      template: { online: 6, walkIn: 2, priority: 1 },
      matters: ['FP02', 'DJ01', 'SB01', 'SB02', 'TS01', 'TS02', 'TS03', 'ZM01', 'SF01', 'SF02'],
    },
  },
]
