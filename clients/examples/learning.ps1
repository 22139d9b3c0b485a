# What reviews taught on a theme, as a table. PowerShell 5.1 or newer.
$address = 'https://reviews.example.gov.uk/api/v1/themes/parental-mental-health/learning?limit=5'

try {
    $answer = Invoke-RestMethod -Uri $address -UserAgent 'council intranet (web@council.example)'
    $answer.items | ForEach-Object {
        [PSCustomObject]@{
            Learning = $_.statement
            Review   = $_.review.title
        }
    } | Format-Table -Wrap
}
catch {
    # 410: it was withdrawn, and must go from your page as well.
    if ($_.Exception.Response.StatusCode.value__ -eq 410) { Write-Output 'This theme was withdrawn.' } else { throw }
}
