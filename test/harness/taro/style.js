/** Style sheets have no meaning under jest. */
module.exports = {}
