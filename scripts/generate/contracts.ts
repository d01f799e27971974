/** The contracts of the deployment, as the registry lists them. */
export { functionModules as contracts } from '../../functions/deployment'
