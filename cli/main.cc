// tocsin: an alarm bell for AI policy.
#include "cli/commands/commands.h"

int main(int argc, char** argv) { return tocsin::RunCommandLine(argc, argv); }
