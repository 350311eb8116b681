/** Between lines beside one another. */
export const TRACK = 9;
/** Between lines one below the other, which have words above them. */
export const LINE = 15;
/** From the edge of the picture to frames: at their sides, and above, where badges stand out. */
export const MARGIN = 1;
export const TOP = 10;
/** Of a frame, above what is in it. */
export const HEAD = 40;
/** Of a frame, between what is drawn and what is counted. */
export const FOOT = 16;
export const BETWEEN_BANDS = 26;
export const BETWEEN_FRAMES = 18;
