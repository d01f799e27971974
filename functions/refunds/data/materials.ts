/** Papers that several kinds ask for. What a taxpayer has on file under a code is offered again. */
import { text } from '../../core/pure/text'
import type { MaterialNeed } from '../rules/kind'
import { practice, serviceCatalogue } from './statutes'

/** Made here from what was filled in. */
export const applicationForm: MaterialNeed = {
  code: 'applicationForm',
  name: text('《退（抵）税申请表》', 'Application for refund or offset of tax'),
  basis: serviceCatalogue,
  unconfirmed: false,
  onFile: true,
}

/** Looked up by the office. */
export const paymentVoucher: MaterialNeed = {
  code: 'voucher',
  name: text('原完税（缴款）凭证', 'Voucher of the tax paid'),
  basis: serviceCatalogue,
  unconfirmed: true,
  onFile: true,
}

export const otherAccount: MaterialNeed = {
  code: 'otherAccount',
  name: text(
    '不能退回原缴款账户的书面说明及指定账户',
    'Why it cannot go back to the account it was paid from, and the account to use',
  ),
  basis: serviceCatalogue,
  unconfirmed: false,
  when: { key: 'originalAccount', in: [false] },
}

export const agentLetter: MaterialNeed = {
  code: 'agentLetter',
  name: text('授权委托书', 'Letter of authority for whoever applies for you'),
  basis: practice,
  unconfirmed: true,
  when: { key: 'handledBy', in: ['agent'] },
}

export const guardianProof: MaterialNeed = {
  code: 'guardianProof',
  name: text('监护关系证明', 'Proof of guardianship'),
  basis: practice,
  unconfirmed: true,
  when: { key: 'handledBy', in: ['guardian'] },
}

/** At the end of every claim on a voucher: of the account, and of whoever applies for another. */
export const closingMaterials: readonly MaterialNeed[] = [otherAccount, guardianProof, agentLetter]
