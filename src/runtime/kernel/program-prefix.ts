/** Script name of every guest program; stack frames under any other name are not the guest's to see. */
export const PROGRAM_PREFIX = "restricted:";
