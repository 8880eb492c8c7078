using Incentives.Tests.Sql;

// Tests are run by `dotnet test`. Run as a program, this writes the batches on which databases must agree with the engine, for those that no test can start.
if (args is not ["write", var folder, .. var dialects])
{
    Console.Error.WriteLine("usage: write FOLDER DIALECT...");
    return 2;
}

Console.WriteLine(FormattableString.Invariant($"{AgreementFiles.Write(folder, dialects)} batches"));
return 0;
