/** Words of booking a hall. */
import { catalogue } from './index'
import { en } from './en/booking'
import { zh } from './zh-CN/booking'

export const booking = catalogue(zh, en)
