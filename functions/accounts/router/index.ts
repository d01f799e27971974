/** Every procedure of `accounts`, by seam: sessions, taxpayers, agents, roles, privacy. */
import { agents } from './agents'
import { offers } from './offers'
import { privacy } from './privacy'
import { roles } from './roles'
import { sessions } from './sessions'
import { taxpayersRouter } from './taxpayers'

export const router = { ...sessions, ...taxpayersRouter, ...agents, ...offers, ...roles, ...privacy }
