/** Texts of the account pages. */
import { catalogue } from './index'
import en from './en/account'
import zh from './zh-CN/account'

export const accountTexts = catalogue(zh, en)
