/** Texts of the services pages. */
import { catalogue } from './index'
import en from './en/services'
import zh from './zh-CN/services'

export const servicesTexts = catalogue(zh, en)
