/** Steps of a refund that journeys and pictures share: the claimant's and, by calls alone, the office's. */
import { enter } from '../harness/browser/people.mjs'
import { HALL } from './steps.mjs'

/** Bytes that begin as a PNG does. */
export const PNG = Buffer.alloc(70_000, 7)
Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(PNG)

export const ACCOUNT = { bank: '示范银行城东支行', holder: '陈建国', number: '6222020200112345678' }

export const CORRECTIONS = [
  { code: 'proofOfOverpayment', said: '请补充两次缴款的银行回单，能看清日期和金额' },
  { code: 'contract', said: '房屋买卖合同首页' },
]

/** What one answers of tax that was paid twice. */
export const answersOf = ({ from, to }, claimed) => ({
  cause: 'overpaid',
  periodFrom: from.slice(0, 7),
  periodTo: to.slice(0, 7),
  claimed,
  direction: 'refund',
  originalAccount: true,
  reason: '同一套房的契税缴了两次',
  contactName: '陈建国',
  contactPhone: '13800000000',
  handledBy: 'self',
})

/** Puts a picture on file. */
const onFile = async ({ api }, code) => {
  const { upload } = await api('files', 'start', {
    purpose: 'materials.material',
    type: 'image/png',
    size: PNG.length,
  })
  for (let place = 0; place * upload.partBytes < PNG.length; place += 1) {
    const bytes = PNG.subarray(place * upload.partBytes, (place + 1) * upload.partBytes)
    await api('files', 'put', { fileId: upload.fileId, place, bytes: bytes.toString('base64') })
  }
  await api('files', 'finish', { fileId: upload.fileId })
  const name = '契税完税证明.png'
  const { material } = await api('materials', 'add', {
    business: 'refunds',
    code,
    fileId: upload.fileId,
    name,
  })
  return material.id
}

/** A draft that lacks nothing but the declaration. @returns {Promise<string>} its id */
export const saveClaim = async (claimant, { voucher, claimed, more = {}, step = 'review', draftId }) => {
  const code = 'proofOfOverpayment'
  const { id } = await claimant.api('refunds', 'saveDraft', {
    ...(draftId === undefined ? {} : { draftId }),
    kind: 'overpaid',
    hallId: HALL,
    voucherId: voucher.id,
    values: { ...answersOf(voucher, claimed), ...more },
    account: ACCOUNT,
    materials: [{ code, id: await onFile(claimant, code) }],
    step,
  })
  return id
}

/** @returns {Promise<string>} the id of the case */
export const handIn = async (claimant, wish) => {
  const draftId = await saveClaim(claimant, { ...wish, more: { declared: true } })
  return (await claimant.api('refunds', 'submit', { draftId })).id
}

/** Accepted, reviewed, proposed and agreed to, each by whoever holds the duty. */
export const decide = async (world, kind, id, approved) => {
  const reviewer = await enter(world, kind, '周敏')
  await reviewer.api('refunds', 'accept', { id })
  await reviewer.api('refunds', 'startReview', { id })
  await reviewer.api('refunds', 'propose', { id, outcome: 'approve', approved, reasons: ['lessOverpaid'] })
  const approver = await enter(world, kind, '郑岚')
  await approver.api('refunds', 'decide', { id, agree: true })
}

/** A payment is sent by a timer each minute: in a cloud it comes at once here. */
const LONGEST_MS = 100_000

/** Orders the payment and waits until the bank has paid it. */
export const pay = async (world, kind, { api }, id) => {
  const payer = await enter(world, kind, '许航')
  await payer.api('refunds', 'order', { ids: [id] })
  const stopAt = Date.now() + LONGEST_MS
  for (;;) {
    if (kind === 'weapp') {
      await world.functions.runTimer('refunds', 'payOut')
      await world.functions.runTimer('timers', 'dispatch')
    }
    const { case: one } = await api('refunds', 'get', { id })
    if (one.state === 'paid') return one
    if (Date.now() > stopAt) throw new Error(`not paid, but ${one.state}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
