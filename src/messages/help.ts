/** Texts of the help pages. */
import { catalogue } from './index'
import en from './en/help'
import zh from './zh-CN/help'

export const helpTexts = catalogue(zh, en)
