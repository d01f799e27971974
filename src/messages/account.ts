/** Texts of the account pages. */
import { catalogue } from './index'
import { texts as en } from './en/account'
import { texts as zh } from './zh-CN/account'

export const accountTexts = catalogue(zh, en)
