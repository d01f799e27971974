/** The typed calls: `api.appointments.book(input, { key })`. Types come from the contracts; no code does. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { call, type CallOptions } from './call'
import type { Contracts } from './contracts'
import { READS } from './effects'

type Inputs = { readonly [S in keyof Contracts]: InferContractRouterInputs<Contracts[S]> }
type Outputs = { readonly [S in keyof Contracts]: InferContractRouterOutputs<Contracts[S]> }

/** Input of a procedure: `Input<'appointments', 'book'>`. */
export type Input<S extends keyof Contracts, P extends keyof Inputs[S]> = Inputs[S][P]
/** Output of a procedure. */
export type Output<S extends keyof Contracts, P extends keyof Outputs[S]> = Outputs[S][P]

type Client = {
  readonly [S in keyof Contracts]: {
    readonly [P in keyof Inputs[S] & keyof Outputs[S]]: (
      input: Input<S, P>,
      options?: CallOptions,
    ) => Promise<Output<S, P>>
  }
}

/** One service: its procedures are the contract's, called by name. */
const service = (name: string): unknown =>
  new Proxy(
    {},
    {
      get:
        (_, procedure) =>
        (input: unknown, options: CallOptions = {}) =>
          call(name, String(procedure), input, {
            read: READS.has(`${name}/${String(procedure)}`),
            ...options,
          }),
    },
  )

const services = new Map<string, unknown>()
const serviceOf = (name: string): unknown => {
  const found = services.get(name) ?? service(name)
  services.set(name, found)
  return found
}

export const api = new Proxy({}, { get: (_, name) => serviceOf(String(name)) }) as Client

export type Hall = Output<'appointments', 'halls'>['halls'][number]
export type Matter = Output<'halls', 'matters'>['matters'][number]
export type DayRow = Output<'appointments', 'days'>['days'][number]
export type SlotRow = Output<'appointments', 'slots'>['slots'][number]
export type Appointment = Output<'appointments', 'get'>['appointment']
export type DayList = Output<'appointments', 'dayList'>
export type Me = Output<'accounts', 'me'>
export type Taxpayer = Me['taxpayers'][number]
