/** Texts of the home pages. */
import { catalogue } from './index'
import en from './en/home'
import zh from './zh-CN/home'

export const homeTexts = catalogue(zh, en)
