/** Texts of the me pages. */
import { catalogue } from './index'
import en from './en/me'
import zh from './zh-CN/me'

export const meTexts = catalogue(zh, en)
