/**
 * What sprig gives to Promtail's templates besides, and is not interpreted here: the clock, chance, the environment, the network,
 * certificates, and what has hardly a use in a line of log.
 */
export const UNSUPPORTED: ReadonlySet<string> = new Set(
  `abbrevboth ago b32dec b32enc bcrypt buildCustomCert camelcase date dateInZone dateModify date_in_zone date_modify
   decryptAES deepCopy derivePassword duration durationRound encryptAES env expandenv genCA genCAWithKey genPrivateKey
   genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey getHostByName htmlDate htmlDateInZone htpasswd
   js kebabcase merge mergeOverwrite mustDateModify mustDeepCopy mustMerge mustMergeOverwrite mustToDate must_date_modify
   now randAlpha randAlphaNum randAscii randBytes randInt randNumeric semver semverCompare
   shuffle snakecase toDate unixEpoch urlJoin urlParse uuidv4 wrap wrapWith`.split(/\s+/),
);
