/** Where Promtail has written how far it had read, if one ran on the node before. */
export const PROMTAIL_POSITIONS = '/run/promtail/positions.yaml';
